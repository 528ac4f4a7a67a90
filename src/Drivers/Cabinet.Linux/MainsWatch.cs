using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>Whether the mains are there, by whatever tells it.</summary>
internal sealed class MainsWatch(DriverContext context, CabinetOptions options, MainsSource source, ICabinetSensors sensors, AlarmBook book) : IAsyncDisposable
{
    private readonly Steady _present = new(context.Time);
    private readonly Rhythm _asking = new(context.Time, options.Measure);
    private readonly LostWatch _lost = new(context, book, MainsSource.Name, options.LostAfter);
    private readonly MainsOfUps? _ups = source.Ups is { } ups ? new MainsOfUps(context, ups) : null;

    /// <summary>Null when it cannot be told.</summary>
    public bool? Present { get; private set; }

    public bool IsLost => _lost.IsLost;

    /// <returns>Whether it is told otherwise than before.</returns>
    public async Task<bool> TakeAsync(CancellationToken ct)
    {
        // A server is asked with the measurements, everything else is looked at with the contacts.
        if (_ups is { IsAsking: false } && _asking.IsDue())
        {
            _ups.Ask();
        }

        return await ReadAsync(ct).ConfigureAwait(false) is { } reading && await TakeAsync(reading, ct).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_ups is not null)
        {
            await _ups.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<bool> TakeAsync(ContactReading reading, CancellationToken ct)
    {
        bool? before = Present;
        var (seen, why) = reading;
        bool? present = _present.Take(seen, _ups is null ? options.Settle : TimeSpan.Zero);
        Present = seen is null ? null : present ?? before ?? seen;
        await _lost.TakeAsync(seen is null ? why ?? SensorTrouble.Missing : null, ct).ConfigureAwait(false);
        await book.SetAsync(new CabinetSign(CabinetAlarms.MainsLost, MainsSource.Name, CabinetSeverity.Critical), !present, ct).ConfigureAwait(false);
        return Present != before;
    }

    /// <returns>Null while a server has not answered.</returns>
    private async ValueTask<ContactReading?> ReadAsync(CancellationToken ct)
    {
        if (source.Line is { } line)
        {
            return await sensors.ReadContactAsync(line, ct).ConfigureAwait(false);
        }

        if (source.Supply is { } name)
        {
            var supply = await sensors.ReadSupplyAsync(name, ct).ConfigureAwait(false);
            return new ContactReading(supply.Online, supply.Why);
        }

        return await _ups!.TakeAsync().ConfigureAwait(false);
    }
}
