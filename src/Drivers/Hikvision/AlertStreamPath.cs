namespace EdgeGateway.Drivers.Hikvision;

/// <summary>Old firmware knows alertStream only without the prefix, new only with it (section 3.1): try both, remember which.</summary>
internal sealed class AlertStreamPath
{
    private const string WithPrefix = "/ISAPI/Event/notification/alertStream";
    private const string WithoutPrefix = "/Event/notification/alertStream";

    private volatile string _worked = WithPrefix;

    /// <summary>The one that worked last, then the other.</summary>
    public IReadOnlyList<string> InOrder => _worked == WithPrefix ? [WithPrefix, WithoutPrefix] : [WithoutPrefix, WithPrefix];

    public void Worked(string path) => _worked = path;
}
