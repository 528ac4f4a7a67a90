namespace EdgeGateway.Protocol.Mavlink;

/// <summary>What is known of a message id (drone.md section 1.9): enough to check its frames, and of most also the fields.</summary>
public sealed record MavDefinition
{
    public required int Id { get; init; }

    /// <summary>For example <c>GLOBAL_POSITION_INT</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The byte that goes into the checksum behind the frame, so that two definitions of one id do not understand each other.</summary>
    public required byte CrcExtra { get; init; }

    /// <summary>Bytes without extension fields: what version 1 always sends.</summary>
    public required int BaseLength { get; init; }

    /// <summary>Bytes with extension fields, untruncated.</summary>
    public required int MaxLength { get; init; }

    /// <summary>In the order of the wire; empty where the message is only checked and counted.</summary>
    public required IReadOnlyList<MavField> Fields { get; init; }

    /// <summary>Its payload is a secret and is never shown: the key of SETUP_SIGNING.</summary>
    public bool IsSecret { get; init; }

    /// <param name="id">Message id.</param>
    /// <param name="name">The protocol's own.</param>
    /// <param name="crcExtra">See <see cref="CrcExtra"/>.</param>
    /// <param name="layout">As <see cref="MavLayout"/> reads it.</param>
    internal static MavDefinition Of(int id, string name, byte crcExtra, string layout)
    {
        var fields = MavLayout.Parse(layout);
        return new MavDefinition
        {
            Id = id,
            Name = name,
            CrcExtra = crcExtra,
            BaseLength = fields.Where(field => !field.IsExtension).Sum(field => field.Size),
            MaxLength = fields.Sum(field => field.Size),
            Fields = fields,
        };
    }

    /// <summary>A message that is checked and counted, not read.</summary>
    internal static MavDefinition Bare(int id, string name, byte crcExtra, int baseLength, int maxLength) =>
        new() { Id = id, Name = name, CrcExtra = crcExtra, BaseLength = baseLength, MaxLength = maxLength, Fields = [] };
}
