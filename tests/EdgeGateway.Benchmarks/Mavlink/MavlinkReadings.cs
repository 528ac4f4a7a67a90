using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Benchmarks.Mavlink;

/// <summary>Decodes a recording with the product's codec, every message to its record.</summary>
internal static class MavlinkReadings
{
    /// <returns>Frames, and the sum of all latitudes: both sides must have read the same.</returns>
    public static (long Frames, long Sum) Decode(ReadOnlySpan<byte> recording)
    {
        var reader = new MavStreamReader();
        (long frames, long sum) = (0, 0);
        while (!recording.IsEmpty)
        {
            var part = recording[..Math.Min(MavStreamReader.LongestPart, recording.Length)];
            recording = recording[part.Length..];
            reader.Add(part);
            while (reader.TryRead(out var item))
            {
                if (item.Fault is null)
                {
                    frames++;
                    sum += Read(item.Frame);
                }
            }
        }

        return (frames, sum);
    }

    /// <summary>The latitude of a position; of every other message something that shows that it was read.</summary>
    private static long Read(in MavFrame frame) => frame.MessageId switch
    {
        GlobalPositionInt.MsgId => frame.Read<GlobalPositionInt>().Lat,
        Attitude.MsgId => frame.Read<Attitude>().TimeBootMs & 0,
        Heartbeat.MsgId => frame.Read<Heartbeat>().Type & 0,
        SysStatus.MsgId => frame.Read<SysStatus>().Load & 0,
        SystemTime.MsgId => frame.Read<SystemTime>().TimeBootMs & 0,
        GpsRawInt.MsgId => frame.Read<GpsRawInt>().Lat & 0,
        MissionCurrent.MsgId => frame.Read<MissionCurrent>().Seq & 0,
        VfrHud.MsgId => frame.Read<VfrHud>().Throttle & 0,
        BatteryStatus.MsgId => frame.Read<BatteryStatus>().Voltages.Count & 0,
        HomePosition.MsgId => frame.Read<HomePosition>().Latitude & 0,
        ExtendedSysState.MsgId => frame.Read<ExtendedSysState>().LandedState & 0,
        StatusText.MsgId => frame.Read<StatusText>().Text.Length & 0,
        CameraImageCaptured.MsgId => frame.Read<CameraImageCaptured>().FileUrl.Length & 0,
        _ => 0,
    };
}
