using EdgeGateway.Drivers.Abstractions.Airspace;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>A vehicle or an aircraft, as its alarms need it.</summary>
internal interface IWatched
{
    /// <summary>Under whose name its alarms go.</summary>
    VehicleOrigin From { get; }

    string Name { get; }

    Trail Trail { get; }

    IReadOnlyList<Condition> Conditions { get; }
}
