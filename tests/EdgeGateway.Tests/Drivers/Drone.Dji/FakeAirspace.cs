using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

/// <summary>Notes what it is shown.</summary>
internal sealed class FakeAirspace : IAirspace
{
    private readonly ConcurrentQueue<VehicleFacts> _seen = new();

    public string? Forbidden { get; set; }

    public IReadOnlyCollection<VehicleFacts> Seen => _seen;

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

    public ValueTask<bool?> OverhearAsync(VehicleOrigin from, DroneRemoteIdBody seen, DateTimeOffset time, IReadingSink sink, CancellationToken ct) => ValueTask.FromResult<bool?>(null);
}
