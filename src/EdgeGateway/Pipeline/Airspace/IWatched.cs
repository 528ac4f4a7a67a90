using EdgeGateway.Drivers.Abstractions.Airspace;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>A vehicle or an aircraft, as its alarms need it.</summary>
internal interface IWatched
{
    /// <summary>Under whose name its alarms go.</summary>
    VehicleOrigin From { get; }

    string Name { get; }

    /// <summary>The address that it sends from, as it claims it; null where there is none.</summary>
    string? Sender { get; }

    Trail Trail { get; }

    IReadOnlyList<Condition> Conditions { get; }

    /// <summary>The site's settings name it.</summary>
    bool IsConfigured { get; }

    /// <summary>It is configured, was ordered somewhere, or an alarm of it stands: it makes room for nobody.</summary>
    bool MustStay { get; }

    /// <summary>When it was heard of last, on a clock that nobody can set.</summary>
    TimeSpan HeardAt { get; }

    /// <summary>Between the first and the last that was heard of it.</summary>
    TimeSpan Lasted { get; }
}
