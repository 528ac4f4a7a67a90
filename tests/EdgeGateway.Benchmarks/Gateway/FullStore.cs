using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>Fills a store with plate reads as if the broker had been away, through the product's own store.</summary>
internal static class FullStore
{
    /// <param name="folder">Folder of the store.</param>
    /// <param name="gateway">Gateway id.</param>
    /// <param name="count">How many.</param>
    /// <param name="pictures">How many of them carry a picture of 20 KB.</param>
    /// <param name="whileOpen">Done at the end, before the store is closed.</param>
    /// <returns>Bytes of one reading as it will travel.</returns>
    public static async Task<int> FillAsync(string folder, string gateway, int count, int pictures = 0, Action? whileOpen = null)
    {
        await using var store = SqliteReadingStore.Open(
            new StoreOptions { Folder = folder, Gateway = gateway }, TimeProvider.System, new Random(), NullLogger<SqliteReadingStore>.Instance);
        var envelope = new ReadingEnvelope("440100000012100001", gateway);
        var random = new Random(20261122);
        int every = pictures > 0 ? count / pictures : int.MaxValue;
        var waiting = new Queue<Task<Appended>>();
        for (int i = 0; i < count; i++)
        {
            var reading = Sample(i);
            var pending = new PendingReading
            {
                Lane = reading.Lane,
                Device = reading.Device,
                Kind = reading.Body.Kind,
                Received = reading.Received,
                Tail = envelope.Tail(reading),
                NativeKey = NativeKey.Of(reading),
                Attachments = i % every == every - 1 ? [Picture(random)] : [],
            };
            waiting.Enqueue(store.AppendAsync(pending, default).AsTask());
            while (waiting.Count > 5_000)
            {
                await waiting.Dequeue();
            }
        }

        await Task.WhenAll(waiting);
        whileOpen?.Invoke();
        return store.Read(Lane.Event, 0, 1)[0].Payload.Length;
    }

    private static Attachment Picture(Random random)
    {
        var bytes = new byte[20_000];
        random.NextBytes(bytes);
        return Attachment.Of(bytes, "image/jpeg");
    }

    private static Reading Sample(int i)
    {
        var time = DateTimeOffset.UtcNow;
        return new Reading
        {
            Device = FormattableString.Invariant($"cam-{(i % 8) + 1:00}"),
            Driver = "hikvision-anpr",
            Lane = Lane.Event,
            Time = time,
            TimeFrom = TimeOrigin.Device,
            Received = time,
            Body = new PlateReadBody
            {
                Plate = new PlateInfo
                {
                    Raw = FormattableString.Invariant($"蓝粤A{i % 100000:00000}"), Text = FormattableString.Invariant($"粤A{i % 100000:00000}"),
                    Outcome = "VALID", Class = "CIVIL", PlateClass = "02", Colour = 5, ColourSource = "field", Confidence = 97,
                    CharConfidence = [99, 99, 98, 97, 99, 99, 99],
                },
                Vehicle = new VehicleInfo { Class = "K33", Colour = 2 },
                LaneNo = (i % 4) + 1,
                SpeedKmh = 57,
                RelativeDirection = "approach",
                CaptureTimeSource = "event",
                Source = new SourceInfo(NativeId: Guid.NewGuid().ToString()),
            },
        };
    }
}
