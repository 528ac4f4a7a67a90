using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>Everything that is watched in one cabinet.</summary>
internal sealed class CabinetRound(DriverContext context, CabinetOptions options, ICabinetSensors sensors, AlarmBook book) : IAsyncDisposable
{
    public IReadOnlyList<TemperatureWatch> Temperatures { get; } = [.. options.Temperatures.Select(one => new TemperatureWatch(context, options, one, sensors, book))];

    public IReadOnlyList<FanWatch> Fans { get; } = [.. options.Fans.Select(one => new FanWatch(context, options, one, sensors, book))];

    public IReadOnlyList<ContactWatch> Contacts { get; } = [.. options.Contacts.Select(one => new ContactWatch(context, options, one, sensors, book))];

    public IReadOnlyList<SupplyWatch> Supplies { get; } = [.. options.Supplies.Select(one => new SupplyWatch(context, options, one, sensors, book))];

    public MainsWatch? Mains { get; } = options.Mains is { } mains ? new MainsWatch(context, options, mains, sensors, book) : null;

    /// <summary>Contacts and mains.</summary>
    /// <returns>Whether one of them is told otherwise than before.</returns>
    public async Task<bool> LookAsync(CancellationToken ct)
    {
        bool changed = Mains is not null && await Mains.TakeAsync(ct).ConfigureAwait(false);
        foreach (var contact in Contacts)
        {
            changed |= await contact.TakeAsync(ct).ConfigureAwait(false);
        }

        return changed;
    }

    /// <summary>All else.</summary>
    public async Task MeasureAsync(CancellationToken ct)
    {
        foreach (var temperature in Temperatures)
        {
            await temperature.TakeAsync(ct).ConfigureAwait(false);
        }

        foreach (var fan in Fans)
        {
            await fan.TakeAsync(ct).ConfigureAwait(false);
        }

        foreach (var supply in Supplies)
        {
            await supply.TakeAsync(ct).ConfigureAwait(false);
        }
    }

    /// <exception cref="DeviceFaultException">Nothing can be read any more; the alarms of that have been told.</exception>
    public void EnsureAnythingIsLeft()
    {
        bool[] lost = [.. Temperatures.Select(one => one.IsLost), .. Fans.Select(one => one.IsLost), .. Contacts.Select(one => one.IsLost), .. Supplies.Select(one => one.IsLost), .. Mains is null ? Array.Empty<bool>() : [Mains.IsLost]];
        if (lost.All(one => one))
        {
            throw new DeviceFaultException(FaultKind.Unreachable, "Nothing of this cabinet can be read any more.");
        }

        context.Watch.Heard();
    }

    public ValueTask DisposeAsync() => Mains?.DisposeAsync() ?? ValueTask.CompletedTask;
}
