using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>A TETRA terminal on a serial line, over the AT commands of EN 300 392-5 (pdt-radio.md section 10). They are TETRA's, not PDT's own.</summary>
public sealed class TetraPeiDriver(DriverContext context, TetraPeiOptions options) : IDeviceDriver, ICommandable
{
    /// <summary>Terminals answer the first bytes after they were switched on with an error (Q16).</summary>
    private const int MostGreetings = 10;

    /// <summary>Questions without an answer until the line counts as dead.</summary>
    private const int MostSilences = 3;

    private const int MutedSignal = 99;

    private static readonly TimeSpan s_greeting = TimeSpan.FromSeconds(1);

    private readonly TetraPeiMapping _mapping = new(context.Device, options.StatusLabels, context.Zone);
    private readonly HashSet<PeiCommand> _refused = [];
    private PeiTerminal? _terminal;
    private TetraTexts? _texts;
    private bool _signalRefused;

    public async Task ConnectAsync(CancellationToken ct)
    {
        var lines = context.Transports.Serial ?? throw new DeviceFaultException(FaultKind.Misconfigured, "There are no serial lines here.");
        _terminal = new PeiTerminal(await lines.OpenAsync(options.Line, ct).ConfigureAwait(false), context);
        _texts = new TetraTexts(context, options, _terminal, _mapping);
        _terminal.Start();
        await GreetAsync(ct).ConfigureAwait(false);
        await SubscribeAsync(ct).ConfigureAwait(false);
        _mapping.Own = Number((await AskAsync(PeiCommand.OwnNumber, ct).ConfigureAwait(false)).Lines);
        _texts.MostBits = Limit((await AskAsync(PeiCommand.SizeLimit, ct).ConfigureAwait(false)).Lines) ?? _texts.MostBits;
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var intake = new TetraPeiIntake(context, options, _mapping, _texts!, sink);
        Task[] work = [intake.ListenAsync(_terminal!.Said, stop.Token), WatchAsync(intake, sink, stop.Token), ReplyAsync(intake, stop.Token)];
        var first = await Task.WhenAny(work).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await intake.SettleAsync(_terminal.Said).ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) => _texts!.ExecuteAsync(command, ct);

    public ValueTask DisposeAsync() => _terminal?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Bare AT until OK; never anything that resets the terminal.</summary>
    private async Task GreetAsync(CancellationToken ct)
    {
        for (int i = 0; i < MostGreetings; i++)
        {
            var answer = await _terminal!.AskAsync(PeiCommand.Alive, s_greeting, ct).ConfigureAwait(false);
            if (answer.IsOk)
            {
                context.Watch.Heard();
                return;
            }

            if (CmeErrors.IsLocked(answer.Final?.Code))
            {
                throw new DeviceFaultException(FaultKind.Refused, "The TETRA terminal is locked and wants its PIN; enter it on the terminal.");
            }
        }

        throw new DeviceFaultException(FaultKind.Silent, $"{options.Line.Port} is open, and no TETRA terminal says OK to AT: check cable, speed and whether its PEI is switched on.");
    }

    /// <summary>
    /// Asks for what the terminal shall bring. A terminal that was restarted has forgotten it and says nothing of that on a line
    /// that stayed up, so it is asked for again and again; asking twice changes nothing.
    /// </summary>
    private async Task SubscribeAsync(CancellationToken ct)
    {
        foreach (var command in PeiCommand.Profile)
        {
            var answer = await AskAsync(command, ct).ConfigureAwait(false);
            if (!answer.IsOk && _refused.Add(command))
            {
                // It may lack one kind of short data and bring the others.
                context.Watch.Fault(FaultKind.Unsupported, "profile-refused");
            }
        }
    }

    /// <summary>Asks for the signal now and then; that also shows whether anybody is there.</summary>
    private async Task WatchAsync(TetraPeiIntake intake, IReadingSink sink, CancellationToken ct)
    {
        int silences = 0;
        while (true)
        {
            await Task.Delay(options.SignalEvery, context.Time, ct).ConfigureAwait(false);
            await _texts!.GiveUpOldAsync(sink, ct).ConfigureAwait(false);
            var answer = await AskAsync(_signalRefused ? PeiCommand.Alive : PeiCommand.Signal, ct).ConfigureAwait(false);
            silences = answer.Final is null ? silences + 1 : 0;
            if (silences == MostSilences)
            {
                throw new DeviceFaultException(FaultKind.Silent, "The TETRA terminal does not answer any more.");
            }

            if (Signal(answer) is { } value)
            {
                await intake.TellAsync(_mapping.Signal(value, context.Time.GetUtcNow()), ct).ConfigureAwait(false);
            }

            if (answer.Final is not null)
            {
                await SubscribeAsync(ct).ConfigureAwait(false);
            }
        }
    }

    private int? Signal(PeiAnswer answer)
    {
        if (answer.Final is { Ok: false } && !_signalRefused)
        {
            _signalRefused = true;
            context.Watch.Fault(FaultKind.Unsupported, "signal-refused");
        }

        return answer.Lines is [var line, ..] && int.TryParse(line.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is <= 31 or MutedSignal ? value : null;
    }

    /// <summary>Reports to senders, one after the other. One that the terminal does not take is counted: the sender asks again, or not.</summary>
    private async Task ReplyAsync(TetraPeiIntake intake, CancellationToken ct)
    {
        await foreach (var reply in intake.Replies.ReadAllAsync(ct).ConfigureAwait(false))
        {
            if (!(await AskAsync(reply, ct).ConfigureAwait(false)).IsOk)
            {
                context.Watch.Fault(FaultKind.Busy, "report-not-sent");
            }
        }
    }

    private async Task<PeiAnswer> AskAsync(PeiCommand command, CancellationToken ct)
    {
        var answer = await _terminal!.AskAsync(command, options.AnswerTimeout, ct).ConfigureAwait(false);
        if (answer.Final is null)
        {
            context.Watch.Fault(FaultKind.Silent, "answer-missing");
        }
        else
        {
            context.Watch.Heard();
        }

        return answer;
    }

    /// <summary>The last field that is a number of somebody.</summary>
    private static TetraIdentity? Number(IReadOnlyList<string> lines) =>
        lines.SelectMany(line => line.Split(',')).Select(field => TetraIdentity.Read(field.Trim().Trim('"'))).LastOrDefault(one => one is { Id: > 99 });

    /// <summary>The end of the last range is the longest message in bits.</summary>
    private static int? Limit(IReadOnlyList<string> lines) =>
        lines is [.., var line] && int.TryParse(line.TrimEnd(')', ' ').Split('-', ',', '(').Last(), NumberStyles.None, CultureInfo.InvariantCulture, out int bits) && bits >= 64 ? bits : null;
}
