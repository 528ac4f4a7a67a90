using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.WebSockets;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>Finds the publishers of a kiosk and asks each what it has (kiosk.md section 1.1); all ports at once, because most of them are closed.</summary>
internal sealed class PublisherSearch(DriverContext context, Xfs4IotOptions options)
{
    private const string Names = "names";

    private static readonly TimeSpan s_busy = TimeSpan.FromSeconds(15);

    /// <exception cref="DeviceFaultException">Nobody is there, or nobody says anything of use.</exception>
    public async Task<KioskRoster> FindAsync(CancellationToken ct)
    {
        options.Manners.Learn(context.Memory?.Recall(Names));
        var answers = await Task.WhenAll(Ports(options).Select(port => TryAsync(port, ct))).ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
        var good = answers.Where(answer => answer.Services is not null).ToArray();
        if (good.Length == 0)
        {
            throw Nobody([.. answers.Select(answer => answer.Fault!)]);
        }

        var roster = Roster(good);
        return roster.Places.Count > 0 ? roster : throw new DeviceFaultException(FaultKind.Busy, "The publisher names no service that may be watched; perhaps the kiosk is still starting.", s_busy);
    }

    /// <summary>Once more: services that were not known then. One that is not named now may be so because its publisher was busy.</summary>
    /// <exception cref="DeviceFaultException">No publisher answers.</exception>
    public async Task<IReadOnlyList<string>> NewsAsync(KioskRoster known, CancellationToken ct) =>
        [.. (await FindAsync(ct).ConfigureAwait(false)).Places.Except(known.Places).Select(place => place.Module)];

    /// <summary>Whose names are whose, over restarts: else the service of a second publisher would take those of the first while that is away, and its alarms with them.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing must be told under these names.</exception>
    public async Task RememberAsync(CancellationToken ct)
    {
        string names = options.Manners.Names();
        if (context.Memory is { } memory && names.Length > 0 && names != memory.Recall(Names))
        {
            await memory.RememberAsync(Names, names, ct).ConfigureAwait(false);
        }
    }

    private static IReadOnlyList<int> Ports(Xfs4IotOptions options) => options.Port is { } one
        ? [one]
        : [.. XfsPublisher.Ports.Where(port => port != (options.Tls is null ? XfsPublisher.TlsPort : XfsPublisher.PlainPort))];

    private async Task<Answer> TryAsync(int port, CancellationToken ct)
    {
        try
        {
            return new Answer(port, await AskAsync(port, XfsPublisher.Path, ct).ConfigureAwait(false), null);
        }
        catch (DeviceFaultException fault) when (fault.Kind == FaultKind.Unsupported)
        {
            return await TryOlderAsync(port, ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException fault)
        {
            return new Answer(port, null, fault);
        }
    }

    /// <summary>Some compare the path letter by letter, and older ones spell it otherwise.</summary>
    private async Task<Answer> TryOlderAsync(int port, CancellationToken ct)
    {
        try
        {
            return new Answer(port, await AskAsync(port, XfsPublisher.OlderPath, ct).ConfigureAwait(false), null);
        }
        catch (DeviceFaultException fault)
        {
            return new Answer(port, null, fault);
        }
    }

    private async Task<XfsServices> AskAsync(int port, string path, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.Probe, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            var target = new WebSocketTarget(options.Host, port, path, HostHeader(port), options.Tls, XfsReader.MostBytes);
            var link = await context.Transports.WebSockets!.DialAsync(target, either.Token).ConfigureAwait(false);
            await using var talk = new XfsTalk(link, context);
            return await XfsQuestion.ServicesAsync(talk, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"{options.Host}:{port} does not answer within {options.Probe.TotalSeconds:0.#} s.");
        }
    }

    private string? HostHeader(int port) => options.HostHeader is not { } text || text.Contains(':', StringComparison.Ordinal) ? options.HostHeader : $"{text}:{port}";

    private KioskRoster Roster(Answer[] answers)
    {
        var places = new Dictionary<string, ServicePlace>(StringComparer.OrdinalIgnoreCase);
        foreach (var answer in answers)
        {
            for (int refused = answer.Services!.Refused; refused > 0; refused--)
            {
                context.Watch.Fault(FaultKind.Garbled, "service-address-refused");
            }

            foreach (var address in answer.Services.Services)
            {
                Add(places, address);
            }
        }

        var vendor = answers.Select(answer => answer.Services!.Vendor).FirstOrDefault(name => name is not null);
        return new KioskRoster(vendor, [.. places.Values], [.. options.Services.Where(name => !places.ContainsKey(name))]);
    }

    private void Add(Dictionary<string, ServicePlace> places, XfsServiceAddress address)
    {
        if (options.LeavesAlone(address.Name))
        {
            return;
        }

        string? trouble = options.Tls is not null && !address.IsTls ? "service-without-tls" : places.Count >= Xfs4IotOptions.MostServices ? "too-many-services" : null;
        if (trouble is not null)
        {
            context.Watch.Fault(FaultKind.Garbled, trouble);
            return;
        }

        // Two publishers of one host may use a name twice; whoever was first keeps it while the other is away.
        string module = options.Manners.Owns(address.Name, address.Port) ? address.Name : Xfs4IotMapping.SecondName(address);
        places.TryAdd(module, new ServicePlace(module, Xfs4IotMapping.Target(address, options)));
    }

    private DeviceFaultException Nobody(IReadOnlyList<DeviceFaultException> faults)
    {
        var telling = faults.FirstOrDefault(fault => fault.Kind == FaultKind.Refused) ?? faults.FirstOrDefault(fault => fault.Kind != FaultKind.Unreachable) ?? faults[0];
        return faults.Count == 1 || telling.Kind == FaultKind.Refused
            ? telling
            : new DeviceFaultException(FaultKind.Unreachable, $"No publisher at {options.Host} on {faults.Count} ports; one says: {telling.Message}", inner: telling);
    }

    private sealed record Answer(int Port, XfsServices? Services, DeviceFaultException? Fault);
}
