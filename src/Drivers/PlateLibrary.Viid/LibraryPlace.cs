namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>What decides whether a disposition is for us.</summary>
public sealed record LibraryPlace
{
    /// <summary>Codes of our checkpoints.</summary>
    public required IReadOnlyList<string> Tollgates { get; init; }

    /// <summary>Six digits.</summary>
    public required string Division { get; init; }

    /// <summary>Zone of times without one.</summary>
    public required TimeSpan Zone { get; init; }

    public required NotifyRule Notify { get; init; }

    public static LibraryPlace Of(ViidLibraryOptions options, TimeSpan zone) => new()
    {
        Tollgates = options.Tollgates,
        Division = options.Division,
        Zone = zone,
        Notify = new NotifyRule(options),
    };
}
