using System.Net;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>
/// Who the repeater is: its device id where it says one, because an address may be rewritten on the way (pdt-radio.md section 15,
/// Q6). A frame without an id is its own when it comes from an address where the repeater was heard, or is configured to be.
/// </summary>
/// <param name="deviceId">As configured; null takes the first one heard from the configured address.</param>
/// <param name="configured">Address of the repeater.</param>
internal sealed class RepeaterIdentity(uint? deviceId, IPAddress configured)
{
    private readonly Lock _gate = new();
    private uint? _deviceId = deviceId;
    private IPAddress? _movedTo;

    /// <summary>Null until it said one.</summary>
    public uint? DeviceId
    {
        get
        {
            lock (_gate)
            {
                return _deviceId;
            }
        }
    }

    /// <returns>False for somebody else's frame.</returns>
    public bool IsOurs(HstrpFrame frame, IPEndPoint from)
    {
        lock (_gate)
        {
            bool knownAddress = from.Address.Equals(configured) || from.Address.Equals(_movedTo);
            if (frame.DeviceId is not { } told)
            {
                return knownAddress;
            }

            _deviceId ??= knownAddress ? told : null;
            if (_deviceId != told)
            {
                return false;
            }

            _movedTo = from.Address;
            return true;
        }
    }
}
