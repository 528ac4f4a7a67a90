namespace EdgeGateway.Protocol.Text;

/// <summary>A message as UTF-8 bytes, without a byte order mark.</summary>
/// <param name="Bytes">The message itself where it was UTF-8 already, else a copy.</param>
/// <param name="Charset">What it was read as: <c>utf-8</c>, <c>gb18030</c>, <c>utf-16le</c>, <c>utf-16be</c>, or the name declared.</param>
/// <param name="Guessed">True when this is not what the message declared, or when nothing was declared and UTF-8 did not fit.</param>
public readonly record struct Utf8Body(ReadOnlyMemory<byte> Bytes, string Charset, bool Guessed);
