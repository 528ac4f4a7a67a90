using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Drivers.Transport.Programs;
using EdgeGateway.Protocol.DicomUpperLayer;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>
/// One association, from its request to its end. Between sender and receiver stands the gateway: it lets in who may call, and holds
/// back each of the receiver's answers until all that it has put into its folder is safe (docs/decisions/0016).
/// </summary>
internal sealed class StoreAssociation(DriverContext context, StoreOptions options, long mostBytes, IDropFolder folder, DicosIntake intake, TcpGuest guest)
{
    /// <summary>What PDUs and commands add to an object.</summary>
    private const long Overhead = 1024 * 1024;

    private const int Looks = 5;

    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private long _unanswered;

    /// <exception cref="DeviceFaultException">The folder is gone, or the receiver cannot be started.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var link = guest.Link;
        try
        {
            if (await AdmitAsync(ct).ConfigureAwait(false) is { } request)
            {
                await TalkAsync(request, ct).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // Either side went away; what was not answered comes again.
        }
        catch (StoreRefusedException)
        {
            context.Watch.Fault(FaultKind.Busy, "store-waits-for-store");
            await SayAsync(Refusal.Abort(), ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            context.Watch.Fault(FaultKind.Silent, "store-no-request");
        }
    }

    /// <returns>The whole request; null when it was refused.</returns>
    private async Task<byte[]?> AdmitAsync(CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(s_patience, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        if (options.From.Count > 0 && !options.From.Any(address => Plain(address).Equals(Plain(guest.From.Address))))
        {
            context.Watch.Fault(FaultKind.Refused, "store-address-not-allowed");
            return null;
        }

        var head = new byte[AssociateRequest.HeadBytes];
        await guest.Link.ReadExactlyAsync(head, either.Token).ConfigureAwait(false);
        if (AssociateRequest.BodyLength(head) is not { } length)
        {
            context.Watch.Fault(FaultKind.Garbled, "store-no-association");
            return null;
        }

        byte[] request = [.. head, .. new byte[length]];
        await guest.Link.ReadExactlyAsync(request.AsMemory(head.Length), either.Token).ConfigureAwait(false);
        return await JudgeAsync(AssociateRequest.Read(request.AsSpan(head.Length)), ct).ConfigureAwait(false) ? request : null;
    }

    private async Task<bool> JudgeAsync(AssociateRequest? request, CancellationToken ct)
    {
        bool caller = request is not null && (options.Callers.Count == 0 || options.Callers.Contains(request.CallingTitle, StringComparer.Ordinal));
        bool called = request is not null && (options.Title is null || options.Title == request.CalledTitle);
        if (!caller || !called)
        {
            context.Watch.Fault(FaultKind.Refused, caller ? "store-title-not-ours" : "store-caller-not-allowed");
            await SayAsync(caller ? Refusal.CalledUnknown() : Refusal.CallerUnknown(), ct).ConfigureAwait(false);
        }

        return caller && called;
    }

    private async Task TalkAsync(byte[] request, CancellationToken ct)
    {
        using var scratch = folder.MakeScratch();
        using var inner = context.Transports.Doors!.Open(new IPEndPoint(IPAddress.Loopback, 0));
        await using var program = await StartAsync(scratch, inner, ct).ConfigureAwait(false);
        if (program is null || await MeetAsync(inner, program, ct).ConfigureAwait(false) is not { } receiver)
        {
            await SayAsync(Refusal.Abort(), ct).ConfigureAwait(false);
            return;
        }

        await using var other = receiver.Link;
        await other.WriteAsync(request, ct).ConfigureAwait(false);
        await PumpAsync(other, scratch, ct).ConfigureAwait(false);
        if (scratch.HasFiles)
        {
            // Its sender was not told that it is safe, and sends it again.
            context.Watch.Fault(FaultKind.Ended, "store-unanswered");
        }
    }

    /// <returns>Null when the machine has no room for another program now; that ends this association alone.</returns>
    private async Task<IProgram?> StartAsync(IScratchFolder scratch, ITcpDoor inner, CancellationToken ct)
    {
        try
        {
            return await StoreReceiver.StartAsync(context.Transports, options, scratch, inner.Local.Port, ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException e) when (e.Kind == FaultKind.Busy)
        {
            context.Watch.Fault(FaultKind.Busy, "storescp-not-started");
            DicosLog.ReceiverEnded(context.Log, context.Device, e.Message);
            return null;
        }
    }

    private async Task<TcpGuest?> MeetAsync(ITcpDoor inner, IProgram program, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(s_patience, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var coming = inner.AcceptAsync(either.Token);
        await Task.WhenAny(coming, program.Ended).ConfigureAwait(false);
        if (coming.IsCompletedSuccessfully)
        {
            return await coming.ConfigureAwait(false);
        }

        ct.ThrowIfCancellationRequested();
        await either.CancelAsync().ConfigureAwait(false);
        await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Watch.Fault(FaultKind.Unreachable, "storescp-ended");
        DicosLog.ReceiverEnded(context.Log, context.Device, program.Ended.IsCompleted ? (await program.Ended.ConfigureAwait(false)).LastWords : "no connection in time");
        return null;
    }

    /// <summary>Until one side has nothing more to say: an association ends with a release or an abort, and neither is followed by anything.</summary>
    private async Task PumpAsync(Stream receiver, IScratchFolder scratch, CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task[] ways = [UpAsync(receiver, both.Token), DownAsync(receiver, scratch, both.Token)];
        var first = await Task.WhenAny(ways).ConfigureAwait(false);
        await both.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(ways).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
    }

    private async Task UpAsync(Stream receiver, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        while (await guest.Link.ReadAsync(buffer, ct).ConfigureAwait(false) is var count and > 0)
        {
            if (Interlocked.Add(ref _unanswered, count) > mostBytes + Overhead)
            {
                context.Watch.Fault(FaultKind.Unsupported, "store-too-large");
                await SayAsync(Refusal.Abort(), ct).ConfigureAwait(false);
                return;
            }

            await receiver.WriteAsync(buffer.AsMemory(0, count), ct).ConfigureAwait(false);
        }
    }

    private async Task DownAsync(Stream receiver, IScratchFolder scratch, CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        var units = new PduSplitter();
        while (await receiver.ReadAsync(buffer, ct).ConfigureAwait(false) is var count and > 0)
        {
            for (int at = 0; at < count;)
            {
                var (length, begins) = units.Next(buffer.AsSpan(at, count - at));
                if (begins == PduType.Data && !await MakeSafeAsync(scratch, ct).ConfigureAwait(false))
                {
                    await SayAsync(Refusal.Abort(), ct).ConfigureAwait(false);
                    return;
                }

                await guest.Link.WriteAsync(buffer.AsMemory(at, length), ct).ConfigureAwait(false);
                at += length;
            }
        }
    }

    /// <summary>
    /// The receiver answers only when it has closed its file: what is there is complete, and is one object, for its sender waits for the
    /// answer before it sends the next. Where that does not hold the answer is not passed on, and the object comes again.
    /// </summary>
    /// <returns>False when the sender must not be told that it is safe.</returns>
    private async Task<bool> MakeSafeAsync(IScratchFolder scratch, CancellationToken ct)
    {
        // A share may set the time of a file behind its closing.
        var files = scratch.Files();
        for (int look = 1; files is null && look < Looks; look++)
        {
            await Task.Delay(s_betweenLooks, context.Time, ct).ConfigureAwait(false);
            files = scratch.Files();
        }

        if (files is not { Count: <= 1 })
        {
            context.Watch.Fault(FaultKind.Garbled, files is null ? "store-file-changes" : "store-not-in-turn");
            return false;
        }

        foreach (var file in files)
        {
            await intake.TakeSentAsync(file, ct).ConfigureAwait(false);
        }

        Interlocked.Exchange(ref _unanswered, 0);
        return true;
    }

    private async Task SayAsync(byte[] words, CancellationToken ct)
    {
        try
        {
            await guest.Link.WriteAsync(words, ct).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // Gone already.
        }
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
