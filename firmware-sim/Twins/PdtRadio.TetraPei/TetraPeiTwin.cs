using System.Text;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Ports;

namespace EdgeGateway.Sim.Twins.PdtRadio.TetraPei;

/// <summary>
/// A TETRA terminal on a serial line or behind a serial server: it takes commands, and tells what the others in its network send.
/// Nothing acknowledges that: what went into an open line while somebody was there counts as told.
/// </summary>
public sealed class TetraPeiTwin(string device, TetraProfile profile, IBytePort port, DeviceTrouble trouble, ITruthLedger ledger, TimeProvider time) : ITwin
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<(DateTimeOffset Due, string Lines)> _later = [];
    private readonly Lock _gate = new();
    private int _sent;
    private int _number;

    /// <summary>Most messages; then it only answers.</summary>
    public int Count { get; init; } = int.MaxValue;

    /// <summary>What it knows of the gateway.</summary>
    public TetraTerminal Terminal { get; } = new(profile, time);

    /// <summary>Messages told so far.</summary>
    public int Told => Volatile.Read(ref _number);

    public async Task RunAsync(CancellationToken ct)
    {
        port.Open();
        Task hearing = port.RunAsync(HearAsync, () => WithTurn(Terminal.Forget), ct);
        DateTimeOffset next = time.GetUtcNow();
        while (!ct.IsCancellationRequested)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (trouble.DownUntil(now) > now)
            {
                port.Drop();
            }
            else if (trouble.SilentUntil() <= now)
            {
                await SayDueAsync(now, ct).ConfigureAwait(false);
                if ((now >= next || trouble.TakeBurst()) && _number < Count && Terminal.IsGreeted)
                {
                    next = now + profile.Every;
                    await TellAsync(now, ct).ConfigureAwait(false);
                }
            }

            await Task.Delay(s_step, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync() => port.DisposeAsync();

    private async ValueTask HearAsync(ReadOnlyMemory<byte> bytes)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            foreach (string answer in trouble.SilentUntil() > time.GetUtcNow() ? [] : Terminal.Take(bytes.Span))
            {
                // Between the lines of an answer, where the terminal is one of those.
                string said = profile.InsideAnswers && answer.StartsWith("\r\n+C", StringComparison.Ordinal) ? answer.Replace("\r\n\r\nOK", "\r\n\r\n+CTXG: 7,1,0,0\r\n\r\nOK", StringComparison.Ordinal) : answer;
                await port.SendAsync(Encoding.Latin1.GetBytes(said), CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }

        Follow();
    }

    /// <summary>What it sends goes over the air, and arrives or does not.</summary>
    private void Follow()
    {
        lock (_gate)
        {
            for (; _sent < Terminal.Sent.Count; _sent++)
            {
                TetraSending sending = Terminal.Sent[_sent];
                DateTimeOffset now = time.GetUtcNow();
                _later.Add((now, $"+CMGS: {sending.Instance},4,{sending.Reference}"));
                if (sending.WantsReport && profile.ReportAfter is { } after)
                {
                    _later.Add((now + after, $"+CTSDSR: 12,{sending.To},0,{profile.Own},0,32\r\n8210{profile.ReportStatus:X2}{sending.Reference:X2}"));
                }
            }
        }
    }

    private async Task SayDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        List<(DateTimeOffset Due, string Lines)> due;
        lock (_gate)
        {
            due = _later.FindAll(one => one.Due <= now);
            _later.RemoveAll(due.Contains);
        }

        foreach ((_, string lines) in due)
        {
            await SayAsync(lines, ct).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (trouble.TakeGarbage())
        {
            await SayAsync("\u0001\u0002 \u00FE", ct).ConfigureAwait(false);
        }

        int number = _number + 1;
        long from = profile.FirstRadio + (number % profile.Radios);
        TetraMessage message = (number % 3) switch
        {
            0 => TetraWords.Code(profile, from, number),
            1 => TetraWords.Place(profile, from, number, profile.EmergencyEvery > 0 && number / 3 % profile.EmergencyEvery == 0),
            _ => TetraWords.Text(profile, from, number, now),
        };
        bool told = true;
        for (int copy = 0; copy < profile.Copies; copy++)
        {
            told &= await SayAsync(message.Lines, ct).ConfigureAwait(false);
        }

        Volatile.Write(ref _number, number);
        ledger.Note(new TruthLine
        {
            Device = device,
            NativeId = message.NativeId,
            Plate = "",
            LaneNo = 0,
            // Its readings carry the gateway's time: a terminal tells none for itself.
            Time = default,
            Kind = message.Kind,
            Facts = message.Facts,
            Told = told ? TruthLine.Stream : TruthLine.None,
            At = now,
        });
    }

    private async Task<bool> SayAsync(string lines, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return await port.SendAsync(Encoding.Latin1.GetBytes($"\r\n{lines}\r\n"), ct).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private void WithTurn(Action action)
    {
        _turn.Wait();
        try
        {
            action();
        }
        finally
        {
            _turn.Release();
        }
    }
}
