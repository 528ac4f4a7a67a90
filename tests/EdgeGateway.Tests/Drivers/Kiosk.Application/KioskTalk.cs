using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Application;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

/// <summary>A kiosk that speaks to the driver's desk without a network, and a store that knows repeats.</summary>
internal sealed class KioskTalk : IReadingSink, IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _keys;
    private readonly List<Reading> _told = [];

    public KioskTalk(KioskTalk? before = null, KioskApplicationOptions? options = null)
    {
        Time = new FakeTimeProvider();
        _keys = before?._keys ?? new ConcurrentDictionary<string, bool>();
        Host = new FakeHost(null!, Time) { Memory = before?.Host.Memory ?? new FakeMemory() };
        Desk = new KioskDesk(Host.Context, options ?? new KioskApplicationOptions(), this);
    }

    public FakeTimeProvider Time { get; }

    public FakeHost Host { get; }

    public KioskDesk Desk { get; }

    /// <summary>So many more are taken, then the disk is full; null: never.</summary>
    public int? Room { get; set; }

    /// <summary>What is stored: no repeats.</summary>
    public IReadOnlyList<Reading> Told => _told;

    public IEnumerable<string> Faults => Host.Faults.Select(fault => fault.Reason);

    public async Task<KioskReceipt> SayAsync(string body, bool isLive = true) =>
        KioskReceipt.Of(await Desk.TakeAsync(KioskMessages.Read(Encoding.UTF8.GetBytes(body), null, TimeSpan.FromHours(8)), isLive, default));

    public IReadOnlyList<T> Of<T>()
        where T : ReadingBody => [.. _told.Select(reading => reading.Body).OfType<T>()];

    /// <summary>Everything that is stored and remembered, as text.</summary>
    public string Everything() => string.Join('\n', _told.Select(reading => $"{reading.Device} {reading.RepeatKey} {JsonSerializer.Serialize(reading.Body, reading.Body.GetType(), BodyJson.Default)}"));

    public ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
    {
        if (Room is { } room && room-- is var left)
        {
            Room = room;
            if (left <= 0)
            {
                throw new StoreRefusedException("disk full");
            }
        }

        string? key = reading.RepeatKey ?? reading.Body.Source?.NativeId;
        bool isRepeat = key is not null && !_keys.TryAdd(key, true);
        if (!isRepeat)
        {
            _told.Add(reading);
        }

        return ValueTask.FromResult(new Emitted(isRepeat ? 0 : _told.Count, isRepeat));
    }

    public void Dispose() => Desk.Dispose();
}
