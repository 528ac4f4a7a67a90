using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>When the vehicle was captured, and who says so.</summary>
/// <param name="Time">In the camera's zone.</param>
/// <param name="From">The camera, or the gateway when the camera says nothing usable.</param>
/// <param name="Source"><c>realUtc</c>, <c>event</c>, <c>image</c> or <c>receive</c>.</param>
/// <param name="Text">The camera's own text where it is doubted, else null.</param>
/// <param name="Retransmitted">True when it is older than what a link delays (plate-camera.md section 7).</param>
internal readonly record struct DahuaMoment(DateTimeOffset Time, TimeOrigin From, string Source, string? Text, bool Retransmitted)
{
    /// <summary>After an outage cameras replay what they stored, and do not say so.</summary>
    private static readonly TimeSpan s_old = TimeSpan.FromSeconds(120);

    /// <summary>For an event of a stream.</summary>
    public static DahuaMoment Of(DahuaNode data, TimeSpan zone, DateTimeOffset received, FlagList flags)
    {
        var clock = DahuaClock.Of(data, zone, received);
        flags.Add(clock.UtcIsLocal, "UTC_IS_LOCAL");
        flags.Add(clock.Broken, "TIME_FORMAT");
        return Doubted(clock.Time, clock.Source, clock.Text, clock.UtcIsLocal || clock.Broken, received, false, flags);
    }

    /// <summary>For a push: AccurateTime, else SnapTime.</summary>
    public static DahuaMoment Of(TollgateInfo passage, TimeSpan zone, DateTimeOffset received, FlagList flags)
    {
        string? text = passage.Snap["AccurateTime"].Text ?? passage.Snap["SnapTime"].Text;
        var time = DahuaTimes.Parse(passage.Snap["AccurateTime"].Text, zone) ?? DahuaTimes.Parse(passage.Snap["SnapTime"].Text, zone);
        bool broken = text is not null && DahuaTimes.Parse(text, zone) is null;
        flags.Add(broken, "TIME_FORMAT");
        return Doubted(time, "event", text, broken, received, false, flags);
    }

    /// <summary>For a picture that the camera kept.</summary>
    public static DahuaMoment Of(DahuaCapture capture, DateTimeOffset received, FlagList flags)
    {
        flags.Add(capture.Time is null, "TIME_FORMAT");
        return Doubted(capture.Time, "image", null, false, received, true, flags);
    }

    private static DahuaMoment Doubted(DateTimeOffset? time, string source, string? text, bool repaired, DateTimeOffset received, bool history, FlagList flags)
    {
        if (time is not { } told)
        {
            return new DahuaMoment(received, TimeOrigin.Gateway, "receive", text, history);
        }

        string[] doubts = [.. ClockDoubt.Flags(told, received, history)];
        flags.AddRange(doubts);
        return new DahuaMoment(told, TimeOrigin.Device, source, repaired || doubts.Length > 0 ? text : null, history || received - told > s_old);
    }
}
