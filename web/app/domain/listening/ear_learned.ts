/** What the ear has learned: its numbers, as bytes in base64, layer after layer (weights, then what is added), and how much one step of each is.
 *  Fitted (cross entropy, Adam) to some five thousand readings by synthetic voices, fast and slow, with pauses of known length, in noise of streets, cars, rooms, machines, people and music at 3 to 34 dB. */
export const STEPS = [0.0099243, 0.01876, 0.010312, 0.011433, 0.015561, 0.010641, 0.017937, 0.017726, 0.0079083, 0.0021269]
export const BYTES =
  'wsv08RgS+9Tm9gwQ9cmw1rCwssSoutr58/ju+/cSAPno2vz4+AP6DvH9C/PL6w/8EvsCAPHb6tbc2OYoSWIuIeqB9wT18QkG+vX0FPPuBxH3AfjxG2NTGVo8' +
  'CBz23bnM3eDd+jMiLgHvBcXVFFj2+gzuAw0c/fsBHQjrB+7yA/kMCevyCwDIGUBFNQ7t5s/s2eEaFgPw3/UgIx3T/yMD+AILFBsY/A4R1+cN/A4KAuzu/wUW' +
  '7Q0OOywWKBr++Of++BEO79DHSxcIJSkBBNv0/QosGQcc8QkAAx789fcK//Pw+gsJ/vHx/Pb+AO8H+QcC+AYJAAsNAvkHAgz5AQ4LBwAA9QkJDPb9BeQPHhsa' +
  'FAb0Dw4H9gPa1d/n/AfjuccN+woJ/f4CAOzv7vbn9wL3EfLrAe+pGi0YMgbpBP0K+wPt+Q8GGiUf9/7oU/g3JNXe6fr6Ew/y/gT6/O8A9hf/DgsE9+d/+gff' +
  'GRAR+gv64uL+9MroxwXu8OjZBg/kAgQIGvAJ7vgL/fL56vDq+coA/v78EBTy3e/5AwXs8uAGEqra0evo+gkDB/f6Awb58AIGMwgEwfzkDAMD9fP69gLx7wT0' +
  '+/b5+/vtBQH0AwLr+/z19AkK9vrw8/z+9e/1Avr71d4YGSAiIfnh8Soi++vGJysk16M3LgTVoPL8AQr97uwCCw/mFRH8EMcAJwQPDf3Y3ubg/c716vr5xr3w' +
  'EQHs7/wG9wf6AA4iMwPrDQ3f3vHY7BkAyhjxEAvWC/UF+NotJhMC9eXe5AREAggJEAUFCwsJ7M0D9vwWxhUoARkvKxUv/CsH2jvUV9nTBq0Z88YkgQv+Cf8A' +
  'yq0LE0UIGrIj4Ofu1gAXDxpVRA3WCxAaH8z7Mxr8yOoVHhv5CwkCC/zx6goZ6gk2JOh8f/H1WQyi+t7m7RMCCQoOCAf+CAn5Cg8eH/336d30+foVJxn4+xPy' +
  '0wgHDBUUA/QZHQvo6QMPAQYCAAj5+wkQAOQRDxkdA8vk5NX8LiYBHSbf3u7x+BMKDxP85P/u7+T0+AcFCgEKOUVHGvsNBPIDFQgJ+wQA8QbfBBoMFxEB9SYZ' +
  'BP4U/QoIGRT/Cgb5/ei0gYmsA/z8Cx3r7tDsADo9AiEG9dK/pOcj+cvWBRQH///8APMNCP77FTQWARPv0usT7xoVFwHyBdf9BgMKHAf82uD7CRwF/AMCCgL9' +
  'AwUCHCExLBXz6R4WERIR+/r29ewBGS4ACQANBe8A8vTo4e3zC/P+Agf6+RkqLyIUEwL09ej/IAgN/u7u5fjtDAwUDhz0Dgvq7/sCBwEKAgUA9AEOEvAwHQYF' +
  'E9Lw/+/9GRkJBxj1/gcTDxsM5ejRfzXuuvH/CwLs+f37zgf++vj6x+sB2cfd/gkRUC8RBfQJLAb6+f4E8AEIJ/r9DQv24v8NHfQNA+777Orz3cbmFAMEGgki' +
  'CPv+NgYDAdUHDgkI+iv69xgS9QsaCxMb+wPvB97K/O3078wQDA8KFvv8BfQg/fLxStv0+gEe+PP8/P4CA/X4+fsE8/r69v79+vz2/PcB+Pn7Afv09/f89wME' +
  '+/YBAvoD7PD0+/n59/v6AgP49Pj5/ejy+fkN8v0CAfb59vn99e78+QX07gD6/P7LD+gDDO/CBg4KNQGB9AcLCgcH9PUG7Az8+cn5AxXd6b378QcO6vMBBhD4' +
  'AwYQG/MICxTm7PoSFvGHxAAEJhUD+gcNBQ71Djn09vgRJu7/+wT3+QH8+/X39f3z9QQE+vP59gL0Afn7+AH3+/sBAfcEAAH/9gX19E0jD/zzfxT/pZ/9KrAO' +
  'gWI0QC3s+5oq6oE='
