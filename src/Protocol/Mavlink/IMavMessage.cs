namespace EdgeGateway.Protocol.Mavlink;

/// <summary>A message whose fields are read and written. Numbers are those of the wire, nothing is converted.</summary>
/// <typeparam name="TSelf">Itself.</typeparam>
public interface IMavMessage<TSelf>
    where TSelf : struct, IMavMessage<TSelf>
{
    /// <summary>Id, name, checksum byte and fields.</summary>
    static abstract MavDefinition Definition { get; }

    /// <summary>Reads all fields in the order of the wire; what the payload does not have is zero.</summary>
    static abstract TSelf Read(ref MavPayloadReader fields);

    /// <summary>Writes all fields in the order of the wire, extension fields too.</summary>
    void Write(ref MavPayloadWriter fields);
}
