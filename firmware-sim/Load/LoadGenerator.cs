using System.Diagnostics;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Load;

/// <summary>Posts as fast as told, over many connections that each wait for their answer, as cameras do.</summary>
public sealed class LoadGenerator(LoadOptions options, ITruthLedger? ledger, TimeProvider time)
{
    private static readonly TimeSpan s_answer = TimeSpan.FromSeconds(10);

    private readonly LatencyHistogram _latency = new();
    private long _ok;
    private long _refused;
    private long _failed;

    public async Task<LoadResult> RunAsync(CancellationToken ct)
    {
        DateTimeOffset start = time.GetUtcNow();
        long begun = time.GetTimestamp();
        var pace = new LoadPace(options, start, time);
        ulong seed = options.Seed ^ (ulong)start.ToUnixTimeMilliseconds();
        await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(number => ConnectionAsync(number, seed, pace, ct))).ConfigureAwait(false);
        return new LoadResult(_ok + _refused + _failed, _ok, _refused, _failed, time.GetElapsedTime(begun).TotalSeconds, _latency);
    }

    private async Task ConnectionAsync(int number, ulong seed, LoadPace pace, CancellationToken ct)
    {
        string device = options.Device((number % options.Devices) + 1);
        string target = options.Target.Replace("{device}", device, StringComparison.Ordinal).Replace("{token}", options.Token, StringComparison.Ordinal);
        using var link = new PostLink(new Uri(target));
        var message = new LoadMessage(device, link, options, SeededRandom.For(seed, device, number).Next());
        await Task.Yield();
        var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        while (await pace.TakeAsync(ct).ConfigureAwait(false))
        {
            limit.CancelAfter(s_answer);
            await PostAsync(link, message, limit.Token).ConfigureAwait(false);
            if (limit.IsCancellationRequested)
            {
                limit.Dispose();
                limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            }
        }

        limit.Dispose();
    }

    private async ValueTask PostAsync(PostLink link, LoadMessage message, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        message.Next(now);
        long begun = time.GetTimestamp();
        int? status = await TryAsync(link, message, ct).ConfigureAwait(false);
        switch (status)
        {
            case 200:
                _latency.Add(time.GetElapsedTime(begun));
                Interlocked.Increment(ref _ok);
                break;
            case null:
                Interlocked.Increment(ref _failed);
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            default:
                Interlocked.Increment(ref _refused);
                break;
        }

        ledger?.Note(message.Truth(now) with { Told = status is { } code ? FormattableString.Invariant($"{code}") : TruthLine.None, At = time.GetUtcNow() });
    }

    private static async ValueTask<int?> TryAsync(PostLink link, LoadMessage message, CancellationToken ct)
    {
        try
        {
            return await link.PostAsync(message.Head, message.Body, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
