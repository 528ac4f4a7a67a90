using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Tests.Protocol.Mavlink;

/// <summary>A frame of drone.md section 6.1 and what it says.</summary>
internal sealed record MavVector(int Number, MavVersion Version, byte Sequence, byte System, byte Component, int Id, string Hex, string Fields)
{
    public byte[] Bytes => Convert.FromHexString(Hex);
}

/// <summary>The frames of drone.md section 6.1: made by the reference implementation, read back by another one.</summary>
internal static class MavVectors
{
    /// <summary>18: right checksum, a flag that nobody knows.</summary>
    public const string UnknownFlag = "fd09020000010100000000000404020cd1040302d9";

    /// <summary>16: the last bit is wrong.</summary>
    public const string WrongChecksum = "fd09000000010100000000000404020cd10403dd21";

    /// <summary>17: a false start byte in front of three frames.</summary>
    public const string FalseStart =
        "00fd0500fe090701010000000404020cd10403c093fd1c00000301011e000040e20100f085493c11c73abdf90fc93f6f12833a6f1203bb0000803e75a6fd09000000010100000000000404020cd10403dd20";

    /// <summary>1 to 15.</summary>
    public static IReadOnlyList<MavVector> Good { get; } =
    [
        new(1, MavVersion.V2, 0, 1, 1, 0,
            "fd09000000010100000000000404020cd10403dd20",
            "type = 2; autopilot = 12; base_mode = 209; custom_mode = 67371008; system_status = 4; mavlink_version = 3"),
        new(2, MavVersion.V1, 7, 1, 1, 0,
            "fe090701010000000404020cd10403c093",
            "type = 2; autopilot = 12; base_mode = 209; custom_mode = 67371008; system_status = 4; mavlink_version = 3"),
        new(3, MavVersion.V2, 1, 1, 1, 1,
            "fd1f00000101010100002ffc30122ffc30120ffc30125b01435df1040c00030000000000000001004ef8a3",
            "onboard_control_sensors_present = 305200175; onboard_control_sensors_enabled = 305200175; onboard_control_sensors_health = 305200143; load = 347; voltage_battery = 23875; current_battery = 1265; battery_remaining = 78; drop_rate_comm = 12; errors_comm = 3; errors_count1 = 0; errors_count2 = 0; errors_count3 = 0; errors_count4 = 1; onboard_control_sensors_present_extended = 0; onboard_control_sensors_enabled_extended = 0; onboard_control_sensors_health_extended = 0"),
        new(4, MavVersion.V2, 2, 1, 1, 24,
            "fd34000002010118000040222246484706002698c917b1d660451ec800003e005f002f030e6a06155eab00000e0000001600000037000000c0d401002823de09",
            "time_usec = 1767225600123456; fix_type = 6; lat = 399087654; lon = 1163974321; alt = 51230; eph = 62; epv = 95; vel = 815; cog = 27150; satellites_visible = 21; alt_ellipsoid = 43870; h_acc = 14; v_acc = 22; vel_acc = 55; hdg_acc = 120000; yaw = 9000"),
        new(5, MavVersion.V2, 3, 1, 1, 30,
            "fd1c00000301011e000040e20100f085493c11c73abdf90fc93f6f12833a6f1203bb0000803e75a6",
            "time_boot_ms = 123456; roll = 0.0123; pitch = -0.0456; yaw = 1.5707999; rollspeed = 0.001; pitchspeed = -0.002; yawspeed = 0.25"),
        new(6, MavVersion.V2, 4, 1, 1, 33,
            "fd1c000004010121000044e201004f456ef2f9e14be6825901009ab00000c8fee902c9ff136ab9c1",
            "time_boot_ms = 123460; lat = -227654321; lon = -431234567; alt = 88450; relative_alt = 45210; vx = -312; vy = 745; vz = -55; hdg = 27155"),
        new(7, MavVersion.V1, 200, 3, 1, 33,
            "fe1cc8030121b88201002698c917b1d660451ec8000000000000000000000000ffffed88",
            "time_boot_ms = 99000; lat = 399087654; lon = 1163974321; alt = 51230; relative_alt = 0; vx = 0; vy = 0; vz = 0; hdg = 65535"),
        new(8, MavVersion.V2, 5, 1, 1, 245,
            "fd010000050101f5000000cdb7",
            "vtol_state = 0; landed_state = 0"),
        new(9, MavVersion.V2, 9, 255, 190, 76,
            "fd20000009ffbe4c00000000803f000000000000000000000000000000000000000000000000900101012243",
            "target_system = 1; target_component = 1; command = 400; confirmation = 0; param1 = 1.0; param2 = 0.0; param3 = 0.0; param4 = 0.0; param5 = 0.0; param6 = 0.0; param7 = 0.0"),
        new(10, MavVersion.V2, 6, 1, 1, 77,
            "fd0a00000601014d000090010525f9ffffffffbe0b7b",
            "command = 400; result = 5; progress = 37; result_param2 = -7; target_system = 255; target_component = 190"),
        new(11, MavVersion.V2, 8, 1, 1, 147,
            "fd290000080101930000c8050000ffffffff300c910f8d0f8b0f960f900f880ffffffffffffffffff1040001014eec04000001d0ed",
            "id = 0; battery_function = 1; type = 1; temperature = 3120; voltages = [3985, 3981, 3979, 3990, 3984, 3976, 65535, 65535, 65535, 65535]; current_battery = 1265; current_consumed = 1480; energy_consumed = -1; battery_remaining = 78; time_remaining = 1260; charge_state = 1; voltages_ext = 0 ×4; mode = 0; fault_bitmask = 0"),
        new(12, MavVersion.V2, 10, 1, 1, 253,
            "fd1900000a0101fd000002e794b5e6b1a0e794b5e9878fe4bd8eefbc8ce8bf94e888aa1734",
            "severity = 2; text = \"电池电量低，返航\"; id = 0; chunk_seq = 0"),
        new(13, MavVersion.V2, 11, 1, 1, 242,
            "fd3800000b0101f200002698c917b1d6604544c5000000000000000000000000c0bf0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f15cd5b079fc9",
            "latitude = 399087654; longitude = 1163974321; altitude = 50500; x = 0.0; y = 0.0; z = -1.5; q = NaN ×4; approach_x = NaN; approach_y = NaN; approach_z = NaN; time_usec = 123456789"),
        new(14, MavVersion.V2, 12, 1, 1, 12900,
            "fd2c00000c0101643200000000000000000000000000000000000000000000000102313538314635424b443232354430304250383931116e",
            "target_system = 0; target_component = 0; id_or_mac = 0 ×20; id_type = 1; ua_type = 2; uas_id = \"1581F5BKD225D00BP891\""),
        new(15, MavVersion.V2, 13, 1, 1, 0,
            "fd0901000d01010000000500000002035104030d8c03cdab34120b5e2dd994a28dfd",
            "type = 2; autopilot = 3; base_mode = 81; custom_mode = 5; system_status = 4; mavlink_version = 3"),
    ];

    /// <summary>The key of vector 15.</summary>
    public static MavKey Key => new([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);

    public static byte[] Bytes(int number) => Good.Single(vector => vector.Number == number).Bytes;
}
