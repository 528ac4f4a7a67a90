using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>
/// Watches the counter of each topic. A broker keeps the order of one sender, so a counter that goes back means that the robot was started again, whatever
/// its clock says; the same counter and time twice is a repeat, and a gap is what QoS 0 may lose.
/// </summary>
internal sealed class HeaderWatch
{
    private readonly Dictionary<string, (long Id, string? Time)> _last = new(StringComparer.Ordinal);

    public HeaderVerdict Judge(string topic, VdaHeader header)
    {
        if (header.Id is not { } id)
        {
            return HeaderVerdict.Next;
        }

        bool isKnown = _last.TryGetValue(topic, out var last);
        _last[topic] = (id, header.TimeText);
        return !isKnown || id == last.Id + 1 ? HeaderVerdict.Next
            : id == last.Id ? header.TimeText == last.Time ? HeaderVerdict.Repeated : HeaderVerdict.Next
            : id < last.Id ? HeaderVerdict.Restarted
            : HeaderVerdict.Gap;
    }
}

/// <summary>What a header says beside those before it.</summary>
internal enum HeaderVerdict
{
    /// <summary>As it should be, or nothing to tell it by.</summary>
    Next,

    /// <summary>The same message again.</summary>
    Repeated,

    /// <summary>Messages between it and the last one did not come.</summary>
    Gap,

    /// <summary>The counter went back.</summary>
    Restarted,
}
