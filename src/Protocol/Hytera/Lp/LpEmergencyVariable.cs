namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>An emergency report whose data has no public layout.</summary>
/// <param name="Radio">Who is in need.</param>
/// <param name="EmergencyType">As told.</param>
/// <param name="DataType">As told.</param>
/// <param name="Data">As it came.</param>
public sealed record LpEmergencyVariable(RadioIp Radio, byte EmergencyType, byte DataType, ReadOnlyMemory<byte> Data) : LpContent(LpOpcode.EmergencyReportVariable, null, Radio)
{
    private protected override void Write(PayloadWriter payload) => WriteHead(payload).U8(EmergencyType).U8(DataType).Bytes(Data.Span);
}
