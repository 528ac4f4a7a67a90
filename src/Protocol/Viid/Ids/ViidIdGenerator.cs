using System.Globalization;

namespace EdgeGateway.Protocol.Viid.Ids;

/// <summary>
/// Makes identifiers of which (owner, type, second) and serial never come twice (plate-camera.md section 2.5). Its seconds
/// never go back: a clock that is set back goes on in the last second. Safe to call from anywhere.
/// </summary>
/// <param name="started">
/// Civil time at which the process began. That second is left out: a process that was ended in it may have used it. Null for a
/// generator whose ids leave no process.
/// </param>
public sealed class ViidIdGenerator(DateTime? started = null)
{
    public const int MostASecond = 99_999;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTime Second, int Serial)> _last = new(StringComparer.Ordinal);
    private readonly DateTime _first = started is { } from ? Whole(from).AddSeconds(1) : DateTime.MinValue;

    /// <summary>A 41-digit id of a picture.</summary>
    /// <param name="device">20 digits.</param>
    /// <param name="now">Civil time of the making.</param>
    /// <param name="id">The id, or empty.</param>
    /// <returns>False when 99,999 were made in this second: never a number twice.</returns>
    public bool TryPicture(string device, DateTime now, out string id) => TryMake(device, ViidTypes.Picture, now, string.Empty, out id);

    /// <summary>A 48-digit id of the first vehicle in a picture; its first 41 digits are the id of the picture. As <see cref="TryPicture"/>.</summary>
    public bool TryMotorVehicle(string device, DateTime now, out string id) => TryMake(device, ViidTypes.Picture, now, ViidTypes.MotorVehicle + "00001", out id);

    /// <summary>A 33-digit id.</summary>
    /// <param name="organisation">12 digits.</param>
    /// <param name="type">See <see cref="ViidTypes"/>.</param>
    /// <param name="now">Civil time of the making.</param>
    /// <param name="id">The id, or empty.</param>
    /// <returns>As <see cref="TryPicture"/>.</returns>
    public bool TryBusiness(string organisation, string type, DateTime now, out string id) => TryMake(organisation, type, now, string.Empty, out id);

    private static DateTime Whole(DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerSecond);

    private bool TryMake(string owner, string type, DateTime now, string tail, out string id)
    {
        id = string.Empty;
        string key = owner + type;
        lock (_gate)
        {
            var second = Whole(now) < _first ? _first : Whole(now);
            var last = _last.GetValueOrDefault(key);
            var next = second > last.Second ? (Second: second, Serial: 1) : (Second: last.Second, Serial: last.Serial + 1);
            if (next.Serial > MostASecond)
            {
                return false;
            }

            _last[key] = next;
            id = string.Create(CultureInfo.InvariantCulture, $"{key}{next.Second:yyyyMMddHHmmss}{next.Serial:00000}{tail}");
            return true;
        }
    }
}
