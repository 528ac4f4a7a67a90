namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Points that mean something to this driver (xray.md section 3.3). A site's list may put them elsewhere; every other name goes out as it is.</summary>
internal static class BeltPointNames
{
    public const string BeltForward = "belt_forward";
    public const string BeltReverse = "belt_reverse";
    public const string EmergencyStop = "estop";
    public const string XrayOn = "xray_on";
    public const string XrayReady = "xray_ready";
    public const string InterlockClosed = "interlock_closed";
    public const string CurtainOk = "curtain_ok";
    public const string KeySwitch = "key_switch";
    public const string OverTemperature = "over_temperature";
    public const string FaultCode = "fault_code";
    public const string TubeVoltage = "tube_voltage";
    public const string TubeCurrent = "tube_current";
    public const string TubeTemperature = "tube_temperature";
    public const string CabinetTemperature = "cabinet_temperature";
    public const string BeltSpeed = "belt_speed";
    public const string ParcelCount = "parcel_count";
    public const string AlarmCount = "alarm_count";
    public const string XrayOnTime = "xray_on_time";
    public const string DoseRate = "dose_rate";
    public const string Sequence = "last_parcel_seq";
    public const string Decision = "last_decision";
    public const string Heartbeat = "heartbeat";
    public const string Barcode = "last_barcode";
    public const string BeltCommand = "belt_command";
    public const string OperatorDecision = "operator_decision";

    private const string FaultEnding = "_fault";

    private static readonly string[] s_states = [BeltForward, BeltReverse, EmergencyStop, XrayOn, XrayReady, InterlockClosed, CurtainOk, KeySwitch, FaultCode];

    private static readonly string[] s_quick = [BeltForward, BeltReverse, XrayOn, XrayReady];

    private static readonly string[] s_fields =
    [
        .. s_states.Where(name => name != KeySwitch), TubeVoltage, TubeCurrent, TubeTemperature, CabinetTemperature, BeltSpeed, ParcelCount, AlarmCount, XrayOnTime, DoseRate,
        Sequence, Decision, Heartbeat, Barcode, BeltCommand, OperatorDecision,
    ];

    /// <summary>Whether a true or false of that name is a fault of the machine.</summary>
    public static bool IsFault(string name) => name == OverTemperature || name.EndsWith(FaultEnding, StringComparison.Ordinal);

    /// <summary>Whether a change of it is told at once.</summary>
    public static bool IsState(string name) => IsFault(name) || s_states.Contains(name);

    /// <summary>Whether it changes with every parcel on some machines, so that its changes have a budget.</summary>
    public static bool IsQuick(string name) => s_quick.Contains(name);

    /// <summary>Whether the body has a member for it, or another reading is made of it.</summary>
    public static bool HasField(string name) => IsFault(name) || s_fields.Contains(name);
}
