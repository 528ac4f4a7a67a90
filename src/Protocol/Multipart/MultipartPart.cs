namespace EdgeGateway.Protocol.Multipart;

/// <summary>One part of a multipart message.</summary>
/// <param name="Headers">Its headers; empty when the part had none.</param>
/// <param name="Body">
/// Its bytes, without the line end that belongs to the boundary behind it. Read from a stream they are a copy that
/// stays valid; read from a whole body they are a slice of that body.
/// </param>
/// <param name="Ended">False when the input ended before a boundary closed the part.</param>
public sealed record MultipartPart(PartHeaders Headers, ReadOnlyMemory<byte> Body, bool Ended = true);
