namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>One battery.</summary>
/// <param name="CurrentConsumed">-1 unknown; mAh.</param>
/// <param name="EnergyConsumed">-1 unknown; 100 J.</param>
/// <param name="Temperature">32767 unknown; 0.01 °C.</param>
/// <param name="Voltages">Cells 1-10; 65535 = cell absent; if cells unknown, [0] carries the pack; mV.</param>
/// <param name="CurrentBattery">-1 unknown; may wrap above 327.67 A; 10 mA.</param>
/// <param name="Id">Battery index.</param>
/// <param name="BatteryFunction">0 unknown 1 all 2 propulsion 3 avionics 4 payload.</param>
/// <param name="Type">0 unknown 1 LiPo 2 LiFe 3 Li-ion 4 NiMH.</param>
/// <param name="BatteryRemaining">-1 unknown; %.</param>
/// <param name="TimeRemaining">Extension. 0 = no estimate; s.</param>
/// <param name="ChargeState">Extension. 0 undef 1 ok 2 low 3 critical 4 emergency 5 failed 6 unhealthy 7 charging.</param>
/// <param name="VoltagesExt">Extension. Cells 11-14; 0 = absent (differs from voltages!); mV.</param>
/// <param name="Mode">Extension. 0 normal/unknown 1 auto-discharge 2 hot swap.</param>
/// <param name="FaultBitmask">Extension. 1 deep discharge 2 spikes 4 cell fail 8 over-current 16 over-temp 32 under-temp 64 bad voltage 128 bad firmware 256 bad cell layout.</param>
public readonly record struct BatteryStatus(
    int CurrentConsumed,
    int EnergyConsumed,
    short Temperature,
    IReadOnlyList<ushort> Voltages,
    short CurrentBattery,
    byte Id,
    byte BatteryFunction,
    byte Type,
    sbyte BatteryRemaining,
    int TimeRemaining,
    byte ChargeState,
    IReadOnlyList<ushort> VoltagesExt,
    byte Mode,
    uint FaultBitmask) : IMavMessage<BatteryStatus>
{
    public const int MsgId = 147;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "BATTERY_STATUS", 154,
        "i32 current_consumed, i32 energy_consumed, i16 temperature, u16[10] voltages, i16 current_battery, u8 id, " +
        "u8 battery_function, u8 type, i8 battery_remaining | i32 time_remaining, u8 charge_state, u16[4] voltages_ext, " +
        "u8 mode, u32 fault_bitmask");

    public static BatteryStatus Read(ref MavPayloadReader fields) => new(
        fields.I32(), fields.I32(), fields.I16(), fields.U16(10), fields.I16(), fields.U8(), fields.U8(), fields.U8(),
        fields.I8(), fields.I32(), fields.U8(), fields.U16(4), fields.U8(), fields.U32());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.I32(CurrentConsumed);
        fields.I32(EnergyConsumed);
        fields.I16(Temperature);
        fields.U16(Voltages, 10);
        fields.I16(CurrentBattery);
        fields.U8(Id);
        fields.U8(BatteryFunction);
        fields.U8(Type);
        fields.I8(BatteryRemaining);
        fields.I32(TimeRemaining);
        fields.U8(ChargeState);
        fields.U16(VoltagesExt, 4);
        fields.U8(Mode);
        fields.U32(FaultBitmask);
    }
}
