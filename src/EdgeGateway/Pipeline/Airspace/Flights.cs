using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Store;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>Who is in the air, so that a vehicle that is never heard of again after a restart is missed.</summary>
internal sealed class Flights(IGatewayMemory memory)
{
    private const string Name = "airspace.flying";
    private const char Between = '\t';

    private readonly HashSet<(string Device, string Driver, string Vehicle)> _flying = [];

    /// <returns>Who was in the air when the last run ended.</returns>
    public IReadOnlyList<(VehicleOrigin From, string Vehicle)> Recall()
    {
        foreach (string line in (memory.Recall(Name) ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(Between) is [var device, var driver, var vehicle])
            {
                _flying.Add((device, driver, vehicle));
            }
        }

        return [.. _flying.Select(static one => (new VehicleOrigin(one.Device, one.Driver), one.Vehicle))];
    }

    /// <summary>Takes down who took off or landed; a disk that refuses it costs what it is for, and nothing else.</summary>
    public void See(VehicleOrigin from, string vehicle, bool isFlying)
    {
        var one = (from.Device, from.Driver, vehicle);
        if (isFlying ? _flying.Add(one) : _flying.Remove(one))
        {
            _ = RememberAsync(string.Join('\n', _flying.Select(static flying => string.Join(Between, flying.Device, flying.Driver, flying.Vehicle))));
        }
    }

    private async Task RememberAsync(string text) => await memory.RememberAsync(Name, text, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
