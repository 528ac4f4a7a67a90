namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>A message, or why there is none.</summary>
/// <param name="Message">Null when it was refused or dropped.</param>
/// <param name="Fault">A word of <see cref="XfsFaults"/> when there is no message.</param>
/// <param name="Interface">With <see cref="XfsFaults.Sensitive"/>: a word of <see cref="XfsSensitive"/>, never one of the message's own.</param>
public readonly record struct XfsRead(XfsMessage? Message, string? Fault = null, string? Interface = null)
{
    /// <summary>For a counter: <c>sensitive-dropped-CardReader</c>, <c>not-json</c>; from a closed set, null for a message.</summary>
    public string? Reason => Interface is null ? Fault : $"{Fault}-{Interface}";
}
