namespace EdgeGateway.Protocol.Hytera;

/// <summary>A radio as the data port addresses it (pdt-radio.md section 1.2).</summary>
/// <param name="Subnet">How the network is set up, 0 in what a repeater relays; never part of the identity.</param>
/// <param name="Id">24-bit air address of a radio or a group.</param>
public readonly record struct RadioIp(byte Subnet, int Id)
{
    /// <summary>Highest 24-bit address.</summary>
    public const int HighestId = 0xFFFFFF;

    /// <summary>As it stands on the wire, big endian.</summary>
    public uint Value => ((uint)Subnet << 24) | ((uint)Id & HighestId);

    public static RadioIp Of(uint value) => new((byte)(value >> 24), (int)(value & HighestId));

    /// <summary>In dots, for example <c>10.35.56.99</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Subnet}.{(Id >> 16) & 0xFF}.{(Id >> 8) & 0xFF}.{Id & 0xFF}");
}
