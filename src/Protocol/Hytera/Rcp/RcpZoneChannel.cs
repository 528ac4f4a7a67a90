namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Zone and channel (00C4).</summary>
/// <param name="Operation">1 reads.</param>
/// <param name="Zone">0 when read.</param>
/// <param name="Channel">0 when read.</param>
public sealed record RcpZoneChannel(byte Operation, ushort Zone = 0, ushort Channel = 0) : RcpContent(RcpOpcode.ZoneChannel)
{
    public const byte Reading = 1;

    private protected override void Write(PayloadWriter payload) => payload.U8(Operation).U16(Zone).U16(Channel);
}
