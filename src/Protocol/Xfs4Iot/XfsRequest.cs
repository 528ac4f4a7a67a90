namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>One command ready for the wire; only <see cref="XfsCommand.Request"/> makes one, so a sender that takes this type can send nothing else.</summary>
public sealed class XfsRequest
{
    internal XfsRequest(XfsCommand command, int id, XfsVersion version, ReadOnlyMemory<byte> utf8) =>
        (Command, Id, Version, Utf8) = (command, id, version, utf8);

    public XfsCommand Command { get; }

    /// <summary>1 and more.</summary>
    public int Id { get; }

    public XfsVersion Version { get; }

    /// <summary>One text message.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }
}
