using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>What is to be asked on one link, and when (kiosk.md section 1.4): the status at once, then what the service offers, then its storage.</summary>
internal sealed class ServiceAgenda(DriverContext context, Xfs4IotOptions options, ServiceManners manners)
{
    private const int MostDoublings = 3;

    private readonly long _begun = context.Time.GetTimestamp();
    private TimeSpan? _status = TimeSpan.Zero;
    private TimeSpan? _capabilities = TimeSpan.Zero;
    private TimeSpan? _storage;
    private int _failures;
    private bool _soon;

    private TimeSpan Now => context.Time.GetElapsedTime(_begun);

    /// <summary>Whether what is asked at the beginning of a link, besides the status, was answered or will not be.</summary>
    public bool IsThrough { get; private set; }

    /// <summary>Whether the status will not be asked for again on this link.</summary>
    public bool IsWithoutStatus => _status is null;

    /// <summary>What is next, and how long it has time.</summary>
    public (XfsCommand? Command, TimeSpan Wait) Next()
    {
        (XfsCommand Command, TimeSpan? Due)[] all = [(XfsCommand.Status, _status), (XfsCommand.Capabilities, _capabilities), (XfsCommand.GetStorage, _storage)];
        var next = all.Where(one => one.Due is not null).Select(one => ((XfsCommand?)one.Command, Wait: Wait(one.Command, one.Due!.Value))).OrderBy(one => one.Wait).FirstOrDefault();
        return next.Item1 is null ? (null, options.StatusEvery) : next;
    }

    /// <summary>Something happened that may have changed more than it said.</summary>
    public void StatusSoon()
    {
        _soon = true;
        _status = _status is null ? null : Now;
    }

    /// <summary>Only of a service that was found to have storage.</summary>
    public void StorageSoon() => _storage = _storage is null ? null : Now;

    public void Asked(XfsCommand command)
    {
        _soon &= command != XfsCommand.Status;
        manners.Sent(command, context.Time);
    }

    public void Answered(XfsCommand command, XfsCapabilities? capabilities)
    {
        if (command == XfsCommand.Status)
        {
            (_failures, _status) = (0, _soon ? Now : Now + options.StatusEvery);
        }
        else if (command == XfsCommand.GetStorage)
        {
            _storage = Now + options.StorageEvery;
        }
        else
        {
            (_capabilities, _storage) = (null, capabilities?.Offers(XfsCommand.GetStorage) == true ? Now : null);
        }

        IsThrough |= command == XfsCommand.GetStorage || (_capabilities is null && _storage is null);
    }

    /// <summary>Later, and ever later; the capabilities are asked for once on a link.</summary>
    public void Failed(XfsCommand command)
    {
        if (command == XfsCommand.Capabilities)
        {
            GiveUp(command);
            return;
        }

        IsThrough |= command == XfsCommand.GetStorage;
        var wait = ServiceManners.LeastPause * (1 << Math.Min(_failures++, MostDoublings));
        Set(command, Now + (wait < options.StatusEvery ? wait : options.StatusEvery));
    }

    /// <summary>In another version, as soon as it may be.</summary>
    public void AskAnew(XfsCommand command) => Set(command, Now);

    /// <summary>Not again on this link.</summary>
    public void GiveUp(XfsCommand command)
    {
        Set(command, null);
        IsThrough |= _capabilities is null && _storage is null;
    }

    private void Set(XfsCommand command, TimeSpan? due)
    {
        _status = command == XfsCommand.Status ? due : _status;
        _capabilities = command == XfsCommand.Capabilities ? due : _capabilities;
        _storage = command == XfsCommand.GetStorage ? due : _storage;
    }

    private TimeSpan Wait(XfsCommand command, TimeSpan due)
    {
        var (left, pause) = (due - Now, manners.Pause(command, context.Time));
        return left > pause ? left : pause;
    }
}
