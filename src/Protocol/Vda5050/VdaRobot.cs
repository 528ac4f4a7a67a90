namespace EdgeGateway.Protocol.Vda5050;

/// <summary>The topics of one robot: interfaceName/majorVersion/manufacturer/serialNumber/topic (drone.md section 3).</summary>
/// <param name="Interface">For example <c>uagv</c> (2.x) or <c>vda5050</c> (3.0); a site may have put more levels there.</param>
/// <param name="Major">2 or 3.</param>
/// <param name="Manufacturer">One level.</param>
/// <param name="Serial">One level.</param>
public sealed record VdaRobot(string Interface, int Major, string Manufacturer, string Serial)
{
    public const string Connection = "connection";
    public const string State = "state";
    public const string Visualization = "visualization";
    public const string Factsheet = "factsheet";
    public const string InstantActions = "instantActions";

    public string Topic(string name) => FormattableString.Invariant($"{Interface}/v{Major}/{Manufacturer}/{Serial}/{name}");

    /// <returns>The last level of a topic of this robot; null for any other topic.</returns>
    public string? NameOf(string topic)
    {
        string begin = Topic(string.Empty);
        return topic.StartsWith(begin, StringComparison.Ordinal) ? topic[begin.Length..] : null;
    }
}
