using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Tests.Drivers.Drone;

/// <summary>Notes what it is shown.</summary>
internal sealed class FakeAirspace : IAirspace
{
    private readonly ConcurrentQueue<VehicleFacts> _seen = new();
    private readonly ConcurrentQueue<(DroneRemoteIdBody Seen, bool IsPlaceNew)> _overheard = new();

    public IReadOnlyCollection<VehicleFacts> Seen => _seen;

    public IReadOnlyCollection<DroneRemoteIdBody> Overheard => [.. _overheard.Select(one => one.Seen)];

    /// <summary>Those of them that have just said where they are.</summary>
    public IReadOnlyCollection<DroneRemoteIdBody> Placed => [.. _overheard.Where(one => one.IsPlaceNew).Select(one => one.Seen)];

    public string? Forbidden { get; set; }

    public bool? Known { get; set; }

    public (string Device, string Vehicle, GeoPosition To, double? HeightM)? Asked { get; private set; }

    public string? Forbids(string device, string vehicle, GeoPosition to, double? heightM)
    {
        Asked = (device, vehicle, to, heightM);
        return Forbidden;
    }

    public ValueTask SeeAsync(VehicleFacts facts, IReadingSink sink, CancellationToken ct)
    {
        _seen.Enqueue(facts);
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool?> OverhearAsync(VehicleOrigin from, DroneRemoteIdBody seen, bool isPlaceNew, DateTimeOffset time, IReadingSink sink, CancellationToken ct)
    {
        _overheard.Enqueue((seen, isPlaceNew));
        return ValueTask.FromResult(Known);
    }
}
