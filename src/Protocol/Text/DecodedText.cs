namespace EdgeGateway.Protocol.Text;

/// <summary>Text made from bytes whose character set was not sure.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Charset">What it was read as: <c>utf-8</c>, <c>gb18030</c>, <c>utf-16le</c>, <c>utf-16be</c>, or the name declared.</param>
/// <param name="Guessed">True when this is not what the message declared, or when nothing was declared and UTF-8 did not fit.</param>
public readonly record struct DecodedText(string Text, string Charset, bool Guessed);
