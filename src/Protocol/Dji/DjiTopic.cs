namespace EdgeGateway.Protocol.Dji;

/// <summary>What a topic carries (drone.md section 2.1).</summary>
public enum DjiChannel
{
    Osd,
    State,
    Events,
    EventsReply,
    Requests,
    RequestsReply,
    Services,
    ServicesReply,
    PropertySet,
    PropertySetReply,
    Status,
    StatusReply,
    DrcUp,
    DrcDown,
}

/// <summary>A topic: what, and whose.</summary>
/// <param name="Channel">What it carries.</param>
/// <param name="Serial">Serial number of the dock, controller or aircraft.</param>
public readonly record struct DjiTopic(DjiChannel Channel, string Serial)
{
    private const int LongestSerial = 64;
    private const string Thing = "thing/product/";
    private const string System = "sys/product/";

    private static readonly Dictionary<string, DjiChannel> s_channels = new(StringComparer.Ordinal)
    {
        ["osd"] = DjiChannel.Osd,
        ["state"] = DjiChannel.State,
        ["events"] = DjiChannel.Events,
        ["events_reply"] = DjiChannel.EventsReply,
        ["requests"] = DjiChannel.Requests,
        ["requests_reply"] = DjiChannel.RequestsReply,
        ["services"] = DjiChannel.Services,
        ["services_reply"] = DjiChannel.ServicesReply,
        ["property/set"] = DjiChannel.PropertySet,
        ["property/set_reply"] = DjiChannel.PropertySetReply,
        ["status"] = DjiChannel.Status,
        ["status_reply"] = DjiChannel.StatusReply,
        ["drc/up"] = DjiChannel.DrcUp,
        ["drc/down"] = DjiChannel.DrcDown,
    };

    /// <returns>Null when it is none of this protocol.</returns>
    public static DjiTopic? Parse(string topic)
    {
        bool isSystem = topic.StartsWith(System, StringComparison.Ordinal);
        if (!isSystem && !topic.StartsWith(Thing, StringComparison.Ordinal))
        {
            return null;
        }

        string rest = topic[(isSystem ? System : Thing).Length..];
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && IsSerial(rest[..slash]) && s_channels.TryGetValue(rest[(slash + 1)..], out var channel) && IsOfSystem(channel) == isSystem
            ? new DjiTopic(channel, rest[..slash])
            : null;
    }

    /// <summary>1 to 64 of <c>A-Z a-z 0-9 . _ -</c>: a serial number stands in topics, where other characters mean something.</summary>
    public static bool IsSerial(string text) => text.Length is > 0 and <= LongestSerial && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    public override string ToString()
    {
        var channel = Channel;
        return $"{(IsOfSystem(channel) ? System : Thing)}{Serial}/{s_channels.First(pair => pair.Value == channel).Key}";
    }

    private static bool IsOfSystem(DjiChannel channel) => channel is DjiChannel.Status or DjiChannel.StatusReply;
}
