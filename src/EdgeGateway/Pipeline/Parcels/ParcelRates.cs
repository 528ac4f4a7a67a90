using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Store;
using EdgeGateway.Telemetry.Clock;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>
/// Tells the rates of every hour once, worked out from the kept records: a crash loses no count, and an hour over whose end the gateway
/// slept is told after the start. Of hours in which it did not run at all nothing is claimed.
/// </summary>
public sealed class ParcelRates
{
    private const string Driver = "parcels";
    private const string Gateway = "gateway";
    private const string Form = "yyyy-MM-dd'T'HH'Z'";

    /// <summary>Records of an hour may stay open so long behind its end; then it is told with what is known.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private readonly ParcelStage _stage;
    private readonly IReadingStore _store;
    private readonly IGatewayMemory _memory;
    private readonly ReadingEnvelope _envelope;
    private readonly IClockJudge _clock;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly long _started;

    public ParcelRates(
        ParcelStage stage, IReadingStore store, IGatewayMemory memory, ReadingEnvelope envelope, IClockJudge clock, TimeProvider time, ILogger<ParcelRates> log)
    {
        (_stage, _store, _memory, _envelope, _clock, _time, _log) = (stage, store, memory, envelope, clock, time, log);
        _started = time.GetTimestamp();
        lock (stage.Gate)
        {
            foreach (var book in stage.Shelf.Books)
            {
                book.UntoldFrom = First(book);
            }
        }
    }

    /// <summary>Tells what hours are over; completes when they are on disk.</summary>
    public async Task TellAsync()
    {
        foreach (var book in Books())
        {
            while (Next(book) is { } body)
            {
                if (!await TryTellAsync(book, body).ConfigureAwait(false))
                {
                    return;
                }

                lock (_stage.Gate)
                {
                    book.UntoldFrom = Later(body.To, Earliest(book, body.To));
                }
            }
        }
    }

    private StationBook[] Books()
    {
        lock (_stage.Gate)
        {
            return [.. _stage.Shelf.Books];
        }
    }

    /// <summary>The first hour that is not told: this one, or an earlier one with records.</summary>
    private DateTimeOffset First(StationBook book)
    {
        var after = DateTimeOffset.TryParseExact(_memory.Recall(Name(book)), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var told)
            ? told + HourTally.Hour
            : DateTimeOffset.MinValue;
        return Later(after, Earliest(book, after));
    }

    /// <returns>The first hour from <paramref name="from"/> on that has records or in which this process runs.</returns>
    /// <remarks>How long it runs is known by the monotonic clock: hours that a set clock skipped are nobody's.</remarks>
    private DateTimeOffset Earliest(StationBook book, DateTimeOffset from)
    {
        var withRecords = book.All.Select(static parcel => HourTally.Begin(parcel.Facts.Began)).Where(hour => hour >= from).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        var mine = Later(HourTally.Begin(_time.GetUtcNow() - _time.GetElapsedTime(_started)), from);
        return withRecords < mine ? withRecords : mine;
    }

    private ParcelRatesBody? Next(StationBook book)
    {
        lock (_stage.Gate)
        {
            var now = _time.GetUtcNow();
            if (book.UntoldFrom > now + StationBook.Ahead)
            {
                // The clock was ahead and was set back.
                book.UntoldFrom = HourTally.Begin(now);
            }

            var from = book.UntoldFrom;
            if (now < from + HourTally.Hour)
            {
                return null;
            }

            // Asked several times a second: of the many records only the open ones are looked through while it waits.
            bool waits = now < from + HourTally.Hour + s_patience && book.Open.Any(IsOfHour);
            return waits ? null : HourTally.Of(book.Station, from, book.All.Where(IsOfHour).Select(static parcel => parcel.Facts));

            bool IsOfHour(KeptParcel parcel) => HourTally.Begin(parcel.Facts.Began) == from;
        }
    }

    private async Task<bool> TryTellAsync(StationBook book, ParcelRatesBody body)
    {
        try
        {
            await AppendAsync(book, body).ConfigureAwait(false);
            await _memory.RememberAsync(Name(book), body.From.ToString(Form, CultureInfo.InvariantCulture), CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (StoreRefusedException refused)
        {
            ParcelLog.NotWritten(_log, refused);
            return false;
        }
    }

    /// <summary>Known by station and hour: after a crash between the two writes it is a repeat.</summary>
    private async Task AppendAsync(StationBook book, ParcelRatesBody body)
    {
        var reading = new Reading
        {
            Device = book.Station.Scanners.Count > 0 ? book.Station.Scanners[0] : Gateway,
            Driver = Driver,
            Lane = Lane.Telemetry,
            Time = body.To,
            TimeFrom = TimeOrigin.Gateway,
            Received = _time.GetUtcNow(),
            Body = body with { Source = new SourceInfo($"{book.Station.Code}/{body.From.ToString(Form, CultureInfo.InvariantCulture)}") },
        };
        var pending = PendingReading.Of(_clock.Now().On(reading), _envelope) with { NativeKey = NativeKey.Of(reading) };
        await _store.AppendAsync(pending, CancellationToken.None).ConfigureAwait(false);
    }

    private static string Name(StationBook book) => "parcel.rates/" + book.Station.Code;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
