using System.Collections.Concurrent;
using System.Threading.Channels;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>
/// Takes what the terminal says unasked to the disk. The terminal keeps no copy of it, so several readings may be on their way at
/// one time, and each that the disk refuses is counted. A sender that wants a report gets it when his message is safe, not before.
/// </summary>
internal sealed class TetraPeiIntake : IReadingSink
{
    private const string EmergenciesName = "emergencies";

    private readonly DriverContext _context;
    private readonly TetraPeiOptions _options;
    private readonly TetraPeiMapping _mapping;
    private readonly TetraTexts _texts;
    private readonly IReadingSink _sink;
    private readonly EmitWindow _window;
    private readonly TetraCalls _calls = new();
    private readonly ConcurrentDictionary<Reading, (string Key, PeiSds Sds, SdsContent Content)> _pending = new(ReferenceEqualityComparer.Instance);
    private readonly Channel<PeiCommand> _replies = Channel.CreateBounded<PeiCommand>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Turn _turn = new();

    public TetraPeiIntake(DriverContext context, TetraPeiOptions options, TetraPeiMapping mapping, TetraTexts texts, IReadingSink sink)
    {
        (_context, _options, _mapping, _texts, _sink) = (context, options, mapping, texts, sink);
        _window = new EmitWindow(this);
        options.Emergencies.Recall(context.Memory?.Recall(EmergenciesName));
    }

    /// <summary>Reports and acknowledgements that wait to be sent.</summary>
    public ChannelReader<PeiCommand> Replies => _replies.Reader;

    /// <summary>Takes everything until the line ends.</summary>
    /// <exception cref="DeviceFaultException">The line ended.</exception>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task ListenAsync(ChannelReader<PeiItem> said, CancellationToken ct)
    {
        while (await said.WaitToReadAsync(ct).ConfigureAwait(false))
        {
            while (said.TryRead(out var item))
            {
                await TakeAsync(item, ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Hands a reading over, in turn with all others of this device.</summary>
    public async Task TellAsync(Reading reading, CancellationToken ct)
    {
        using var held = await _turn.TakeAsync(ct).ConfigureAwait(false);
        // The window throws for an earlier reading too; this one is not handed over then.
        await CountedAsync(_window.EmitAsync(reading, ct).AsTask()).ConfigureAwait(false);
    }

    /// <summary>Waits for what is on its way. Whatever the disk refused, and what nobody will take any more, is gone and counted.</summary>
    public async Task SettleAsync(ChannelReader<PeiItem> said)
    {
        try
        {
            await _window.SettleAsync().ConfigureAwait(false);
        }
        finally
        {
            int lost = _window.Refused;
            while (said.TryRead(out var item))
            {
                lost += item is PeiSds ? 1 : 0;
            }

            for (; lost > 0; lost--)
            {
                _context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            }

            _options.Repeats.ForgetUnsafe();
        }
    }

    /// <summary>What happens when the window hands a reading to the disk.</summary>
    async ValueTask<Emitted> IReadingSink.EmitAsync(Reading reading, CancellationToken ct)
    {
        var emitted = await _sink.EmitAsync(reading, ct).ConfigureAwait(false);
        if (_pending.TryRemove(reading, out var message))
        {
            _options.Repeats.MarkSafe(message.Key);
            Reply(message.Sds, message.Content);
        }

        return emitted;
    }

    private async Task TakeAsync(PeiItem item, CancellationToken ct)
    {
        if (item is PeiFault fault)
        {
            _context.Watch.Fault(FaultKind.Garbled, fault.Reason);
            return;
        }

        _context.Watch.Heard();
        await (item switch
        {
            PeiSds sds => TakeAsync(sds, ct),
            PeiCall call => TakeAsync(call, ct),
            PeiSent sent => CountedAsync(_texts.TakeAsync(sent, _sink, ct)),
            _ => Task.CompletedTask,
        }).ConfigureAwait(false);
    }

    private async Task TakeAsync(PeiSds sds, CancellationToken ct)
    {
        var received = _context.Time.GetUtcNow();
        var content = SdsReader.Read(sds);
        string native = TetraNames.NativeId(sds);
        if (!_options.Repeats.Enter(native, _context.Time))
        {
            Repeat(native, sds, content);
            return;
        }

        if (content is SdsReport report)
        {
            await CountedAsync(_texts.TakeAsync(report, sds.Header.From, _sink, ct)).ConfigureAwait(false);
            _options.Repeats.MarkSafe(native);
            Reply(sds, content);
            return;
        }

        await RaiseAsync(sds.Header.From?.Id, _mapping.SignOf(sds, content), native, received, ct).ConfigureAwait(false);
        if (_mapping.ToReading(sds, content, received) is { } reading)
        {
            _pending[reading] = (native, sds, content);
            await TellAsync(reading, ct).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(PeiCall call, CancellationToken ct)
    {
        var received = _context.Time.GetUtcNow();
        var (body, sign) = _calls.Take(call, _mapping.Own);
        if (body is not null)
        {
            string native = TetraCalls.NativeId(call, body);
            await RaiseAsync(body.RadioId, sign, native, received, ct).ConfigureAwait(false);
            await TellAsync(_mapping.Call(body, native, received), ct).ConfigureAwait(false);
        }
    }

    /// <summary>An alarm overtakes what is on its way; it counts as told when it is on disk, and is noted for the time after a restart.</summary>
    private async Task RaiseAsync(long? radio, EmergencySign? sign, string native, DateTimeOffset received, CancellationToken ct)
    {
        if (sign is null || _options.Emergencies.Judge(radio, sign, received) is not { } body)
        {
            return;
        }

        await CountedAsync(_sink.EmitAsync(_mapping.Emergency(body, native, received), ct).AsTask()).ConfigureAwait(false);
        _options.Emergencies.Told(body, received);
        if (_context.Memory is { } memory)
        {
            await memory.RememberAsync(EmergenciesName, _options.Emergencies.Remember(), ct).ConfigureAwait(false);
        }
    }

    /// <summary>A sender that says it again did not hear that it had arrived.</summary>
    private void Repeat(string native, PeiSds sds, SdsContent content)
    {
        if (_options.Repeats.IsSafe(native))
        {
            Reply(sds, content);
        }
    }

    private void Reply(PeiSds sds, SdsContent content)
    {
        if (!_options.Reports || sds.Header.From is not { } sender)
        {
            return;
        }

        byte[]? reply = content switch
        {
            SdsText { Transfer: { WantsReceived: true } transfer } text => SdsWriter.Received(text.Protocol, transfer.Reference),
            SdsRaw { Transfer: { WantsReceived: true } transfer } => SdsWriter.Received(sds.Data.Span[0], transfer.Reference),
            SdsReport { WantsAcknowledgement: true } report => SdsWriter.Acknowledgement(report.Protocol, report.DeliveryStatus, report.Reference),
            _ => null,
        };
        if (reply is not null)
        {
            _replies.Writer.TryWrite(PeiCommand.Send(sender, reply));
        }
    }

    /// <summary>The terminal does not say it again: what the disk refuses of it is gone.</summary>
    private async Task CountedAsync(Task emit)
    {
        try
        {
            await emit.ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            _context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            throw;
        }
    }
}
