using System.Collections.Frozen;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>The message ids that are known (drone.md section 1.9): those that are read, and those that are checked and counted.</summary>
public static class MavMessages
{
    private static readonly MavDefinition[] s_read =
    [
        Heartbeat.Definition,
        SysStatus.Definition,
        SystemTime.Definition,
        GpsRawInt.Definition,
        Attitude.Definition,
        GlobalPositionInt.Definition,
        MissionCurrent.Definition,
        MissionItemReached.Definition,
        VfrHud.Definition,
        CommandInt.Definition,
        CommandLong.Definition,
        CommandAck.Definition,
        CommandCancel.Definition,
        RadioStatus.Definition,
        BatteryStatus.Definition,
        AutopilotVersion.Definition,
        HomePosition.Definition,
        MessageInterval.Definition,
        ExtendedSysState.Definition,
        StatusText.Definition,
        CameraImageCaptured.Definition,
        OpenDroneIdBasicId.Definition,
        OpenDroneIdLocation.Definition,
        OpenDroneIdSelfId.Definition,
        OpenDroneIdSystem.Definition,
        OpenDroneIdOperatorId.Definition,
        OpenDroneIdMessagePack.Definition,
        OpenDroneIdArmStatus.Definition,
    ];

    private static readonly MavDefinition[] s_counted =
    [
        MavDefinition.Of(4, "PING", 237, "u64 time_usec, u32 seq, u8 target_system, u8 target_component"),
        MavDefinition.Bare(36, "SERVO_OUTPUT_RAW", 222, 21, 37),
        MavDefinition.Bare(43, "MISSION_REQUEST_LIST", 132, 2, 3),
        MavDefinition.Of(44, "MISSION_COUNT", 221, "u16 count, u8 target_system, u8 target_component | u8 mission_type, u32 opaque_id"),
        MavDefinition.Bare(45, "MISSION_CLEAR_ALL", 232, 2, 3),
        MavDefinition.Bare(47, "MISSION_ACK", 153, 3, 8),
        MavDefinition.Bare(51, "MISSION_REQUEST_INT", 196, 4, 5),
        MavDefinition.Bare(66, "REQUEST_DATA_STREAM", 148, 6, 6),
        MavDefinition.Bare(73, "MISSION_ITEM_INT", 38, 37, 38),
        MavDefinition.Bare(87, "POSITION_TARGET_GLOBAL_INT", 150, 51, 51),
        MavDefinition.Bare(111, "TIMESYNC", 34, 16, 18),
        MavDefinition.Bare(230, "ESTIMATOR_STATUS", 163, 42, 42),
        MavDefinition.Bare(241, "VIBRATION", 90, 32, 32),
        MavDefinition.Bare(256, "SETUP_SIGNING", 71, 42, 42) with { IsSecret = true },
        MavDefinition.Bare(259, "CAMERA_INFORMATION", 92, 235, 237),
        MavDefinition.Bare(262, "CAMERA_CAPTURE_STATUS", 12, 18, 23),
        MavDefinition.Bare(269, "VIDEO_STREAM_INFORMATION", 109, 213, 215),
        MavDefinition.Bare(320, "PARAM_EXT_REQUEST_READ", 243, 20, 20),
        MavDefinition.Bare(321, "PARAM_EXT_REQUEST_LIST", 88, 2, 2),
        MavDefinition.Of(12902, "OPEN_DRONE_ID_AUTHENTICATION", 140,
            "u32 timestamp, u8 target_system, u8 target_component, u8[20] id_or_mac, u8 authentication_type, " +
            "u8 data_page, u8 last_page_index, u8 length, u8[23] authentication_data"),
        MavDefinition.Of(12919, "OPEN_DRONE_ID_SYSTEM_UPDATE", 7,
            "i32 operator_latitude, i32 operator_longitude, f32 operator_altitude_geo, u32 timestamp, u8 target_system, " +
            "u8 target_component"),
    ];

    private static readonly FrozenDictionary<int, MavDefinition> s_byId = s_read.Concat(s_counted).ToFrozenDictionary(definition => definition.Id);

    /// <summary>By id, smallest first.</summary>
    public static IReadOnlyList<MavDefinition> All { get; } = [.. s_byId.Values.OrderBy(definition => definition.Id)];

    /// <returns>Null for an id that is not known.</returns>
    public static MavDefinition? Find(int id) => s_byId.GetValueOrDefault(id);
}
