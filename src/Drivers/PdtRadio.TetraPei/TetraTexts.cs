using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>
/// Sends texts and follows them: the terminal at hand has it, it went over the air, the far terminal reports it. Done is only
/// what the far terminal confirmed; for a group, what went over the air.
/// </summary>
internal sealed class TetraTexts(DriverContext context, TetraPeiOptions options, PeiTerminal terminal, TetraPeiMapping mapping)
{
    public const string CommandName = "radio.send-text";

    /// <summary>Without word from the terminal: 254 bytes, the longest message of SDS type 4 in whole bytes.</summary>
    private const int UsualBits = 2032;

    private const string Transport = "transport";
    private const string Application = "application";

    private readonly OpenSdsBook _book = new(context.Memory, context.Time);
    private readonly ConcurrentDictionary<int, OpenSds> _instances = new();
    private readonly ConcurrentDictionary<OpenSds, TaskCompletionSource<CommandOutcome>> _waiting = new();

    /// <summary>What the terminal says a message may have.</summary>
    public int MostBits { get; set; } = UsualBits;

    public async ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct)
    {
        if (command.Name != CommandName)
        {
            return CommandOutcome.Failed("unsupported");
        }

        if (TextOrderArgs.Read(command.Args) is not { } order)
        {
            return CommandOutcome.Failed("bad-arguments");
        }

        if (_book.Open.Count >= OpenSdsBook.Most)
        {
            return CommandOutcome.Failed("too-many-open");
        }

        var open = new OpenSds(command.Id, _book.NextReference(), order.To.Id, order.Group, context.Time.GetUtcNow().ToUnixTimeMilliseconds());
        byte[] data = SdsWriter.Text((byte)open.Reference, !order.Group, order.Text);
        return data.Length * 8 > Math.Min(MostBits, SdsHeader.MostBits) ? CommandOutcome.Failed("too-long") : await SendAsync(open, order.To, data, ct).ConfigureAwait(false);
    }

    /// <summary>+CMGS that nobody asked for: it went over the air, or did not.</summary>
    public async Task TakeAsync(PeiSent sent, IReadingSink sink, CancellationToken ct)
    {
        if (!_instances.TryGetValue(sent.Instance, out var open) && (sent.Reference is not { } reference || (open = _book.Find(reference)) is null))
        {
            return;
        }

        bool failed = sent.Status == PeiSent.Failed;
        if (failed || sent.Status == PeiSent.OverTheAir)
        {
            await sink.EmitAsync(Delivery(open, Transport, failed ? "failed" : "delivered", sent.Status, failed ? "not-sent" : "sent"), ct).ConfigureAwait(false);
            if (failed || open.Group)
            {
                await EndAsync(open, failed ? CommandOutcome.Failed("not-sent") : CommandOutcome.Done("sent"), ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A report of the far terminal, in time or late.</summary>
    public async Task TakeAsync(SdsReport report, TetraIdentity? from, IReadingSink sink, CancellationToken ct)
    {
        var open = _book.Find(report.Reference, from?.Id);
        int status = report.DeliveryStatus;
        string? name = DeliveryStatuses.Name(status);
        string result = DeliveryStatuses.IsSuccess(status) ? "delivered" : DeliveryStatuses.IsUnreachable(status) ? "unreachable" : DeliveryStatuses.IsTemporary(status) ? "unknown" : "failed";
        await sink.EmitAsync(Delivery(open, Application, result, status, name, report.Reference, from), ct).ConfigureAwait(false);
        if (open is not null && !DeliveryStatuses.IsTemporary(status))
        {
            await EndAsync(open, result == "delivered" ? CommandOutcome.Done(name) : CommandOutcome.Failed(name ?? FormattableString.Invariant($"delivery-{status:x2}")), ct).ConfigureAwait(false);
        }
    }

    /// <summary>Tells of those that nobody will report any more, each once.</summary>
    public async Task GiveUpOldAsync(IReadingSink sink, CancellationToken ct)
    {
        foreach (var old in _book.Old())
        {
            await sink.EmitAsync(Delivery(old, Application, "unknown", null, "no-report"), ct).ConfigureAwait(false);
            await EndAsync(old, CommandOutcome.Unknown("no-report"), ct).ConfigureAwait(false);
        }
    }

    private async Task<CommandOutcome> SendAsync(OpenSds open, TetraIdentity to, byte[] data, CancellationToken ct)
    {
        try
        {
            await _book.AddAsync(open, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            return CommandOutcome.Failed("not-stored");
        }

        var outcome = _waiting[open] = new TaskCompletionSource<CommandOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var answer = await terminal.AskAsync(PeiCommand.Send(to, data), options.AnswerTimeout, ct, sent => _instances[sent.Instance] = open).ConfigureAwait(false);
            if (answer.Final is { Ok: false } refused)
            {
                await ForgetAsync(open, ct).ConfigureAwait(false);
                return CommandOutcome.Failed(CmeErrors.Name(refused.Code));
            }

            return await outcome.Task.WaitAsync(options.ReportWithin, context.Time, ct).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return CommandOutcome.Unknown("no-report");
        }
        finally
        {
            _waiting.TryRemove(open, out _);
        }
    }

    private async Task EndAsync(OpenSds open, CommandOutcome outcome, CancellationToken ct)
    {
        await ForgetAsync(open, ct).ConfigureAwait(false);
        if (_waiting.TryGetValue(open, out var waiting))
        {
            waiting.TrySetResult(outcome);
        }
    }

    /// <summary>Where the memory refuses, it stays open and is told of once more when its time is over.</summary>
    private async Task ForgetAsync(OpenSds open, CancellationToken ct)
    {
        foreach (var (instance, _) in _instances.Where(one => one.Value == open))
        {
            _instances.TryRemove(instance, out _);
        }

        try
        {
            await _book.RemoveAsync(open, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            context.Watch.Fault(FaultKind.Busy, "open-text-not-forgotten");
        }
    }

    private Reading Delivery(OpenSds? open, string level, string result, int? code, string? name, int? reference = null, TetraIdentity? from = null)
    {
        var target = open is not null ? new RadioIdentity(open.To, open.Group ? RadioIdentity.Group : RadioIdentity.Individual) : TetraNames.Individual(from);
        string request = FormattableString.Invariant($"{open?.Reference ?? reference ?? 0:x8}");
        var body = new RadioDeliveryBody
        {
            RadioId = open is { Group: false } ? open.To : from?.Id,
            CommandId = open?.Command,
            RequestId = request,
            Level = level,
            Result = result,
            Code = code,
            CodeName = name,
            Target = target,
        };
        string native = FormattableString.Invariant($"SDS-TL/{request}/{target?.Id}/{level}/{code ?? -1}");
        var reading = mapping.Delivery(body, native, context.Time.GetUtcNow());

        // One text has one fate a level and code, also when the gateway fell between the disk and the memory.
        return open is null ? reading : reading with { RepeatKey = $"{native}\n{open.Command}" };
    }
}
