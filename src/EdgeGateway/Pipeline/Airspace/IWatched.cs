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
}
