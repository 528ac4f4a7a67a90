namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Health of the sensors and the main battery.</summary>
/// <param name="OnboardControlSensorsPresent">Sensor bits fitted.</param>
/// <param name="OnboardControlSensorsEnabled">Sensor bits in use.</param>
/// <param name="OnboardControlSensorsHealth">1 = healthy; judge only bits that are also enabled.</param>
/// <param name="Load">CPU load, 1000 = 100 %; 0.1 %.</param>
/// <param name="VoltageBattery">65535 = not sent; mV.</param>
/// <param name="CurrentBattery">-1 = not sent; 10 mA.</param>
/// <param name="DropRateComm">Vehicle-side link loss; 0.01 %.</param>
/// <param name="ErrorsComm">Packets corrupted at the vehicle.</param>
/// <param name="ErrorsCount1">As the sender counts it.</param>
/// <param name="ErrorsCount2">As the sender counts it.</param>
/// <param name="ErrorsCount3">As the sender counts it.</param>
/// <param name="ErrorsCount4">As the sender counts it.</param>
/// <param name="BatteryRemaining">-1 = not sent; %.</param>
/// <param name="OnboardControlSensorsPresentExtended">Extension.</param>
/// <param name="OnboardControlSensorsEnabledExtended">Extension.</param>
/// <param name="OnboardControlSensorsHealthExtended">Extension.</param>
public readonly record struct SysStatus(
    uint OnboardControlSensorsPresent,
    uint OnboardControlSensorsEnabled,
    uint OnboardControlSensorsHealth,
    ushort Load,
    ushort VoltageBattery,
    short CurrentBattery,
    ushort DropRateComm,
    ushort ErrorsComm,
    ushort ErrorsCount1,
    ushort ErrorsCount2,
    ushort ErrorsCount3,
    ushort ErrorsCount4,
    sbyte BatteryRemaining,
    uint OnboardControlSensorsPresentExtended,
    uint OnboardControlSensorsEnabledExtended,
    uint OnboardControlSensorsHealthExtended) : IMavMessage<SysStatus>
{
    public const int MsgId = 1;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "SYS_STATUS", 124,
        "u32 onboard_control_sensors_present, u32 onboard_control_sensors_enabled, u32 onboard_control_sensors_health, " +
        "u16 load, u16 voltage_battery, i16 current_battery, u16 drop_rate_comm, u16 errors_comm, u16 errors_count1, " +
        "u16 errors_count2, u16 errors_count3, u16 errors_count4, " +
        "i8 battery_remaining | u32 onboard_control_sensors_present_extended, " +
        "u32 onboard_control_sensors_enabled_extended, u32 onboard_control_sensors_health_extended");

    public static SysStatus Read(ref MavPayloadReader fields) => new(
        fields.U32(), fields.U32(), fields.U32(), fields.U16(), fields.U16(), fields.I16(), fields.U16(), fields.U16(),
        fields.U16(), fields.U16(), fields.U16(), fields.U16(), fields.I8(), fields.U32(), fields.U32(), fields.U32());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U32(OnboardControlSensorsPresent);
        fields.U32(OnboardControlSensorsEnabled);
        fields.U32(OnboardControlSensorsHealth);
        fields.U16(Load);
        fields.U16(VoltageBattery);
        fields.I16(CurrentBattery);
        fields.U16(DropRateComm);
        fields.U16(ErrorsComm);
        fields.U16(ErrorsCount1);
        fields.U16(ErrorsCount2);
        fields.U16(ErrorsCount3);
        fields.U16(ErrorsCount4);
        fields.I8(BatteryRemaining);
        fields.U32(OnboardControlSensorsPresentExtended);
        fields.U32(OnboardControlSensorsEnabledExtended);
        fields.U32(OnboardControlSensorsHealthExtended);
    }
}
