using EdgeGateway.Protocol.Pdt;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What all radio drivers are told of the site's network.</summary>
public sealed record RadioSiteOptions
{
    public static readonly RadioSiteOptions Default = new();

    /// <summary>How addresses become user numbers; default none.</summary>
    public NumberRule Numbers { get; init; } = NumberRule.None;

    /// <summary>What the organisation's status codes mean to it.</summary>
    public IReadOnlyDictionary<int, string> StatusLabels { get; init; } = new Dictionary<int, string>();

    /// <summary>Devices of the same name hear the same radios: a report through two of them is one report. Null: none.</summary>
    public string? Network { get; init; }

    /// <returns>The site's label, or null.</returns>
    public string? LabelOf(int status) => StatusLabels.GetValueOrDefault(status);
}
