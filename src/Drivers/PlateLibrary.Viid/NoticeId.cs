using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Ids;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>
/// Identifiers of a notice, made of what never changes: every repeat carries the same ones, also after a restart
/// (plate-camera.md section 8). The five digits of the serial are a hash: two notices that are found within one second share
/// an id once in 100,000 pairs.
/// </summary>
public static class NoticeId
{
    private const uint Serials = 100_000;

    /// <summary>NotificationID, 33 digits.</summary>
    public static string Notification(HotListNotice notice, string organisation, TimeSpan zone) =>
        organisation + ViidTypes.Alarm + ViidTime.Write(notice.Found, zone) + Serial(notice.Key);

    /// <summary>CntObjectID, 48 digits: the camera's own where it has one, else one that is the same for every notice of this passage.</summary>
    public static string Vehicle(HotListNotice notice, string device, TimeSpan zone)
    {
        string? native = notice.Read.Source?.NativeId;
        if (ViidId.Parse(notice.Read.ObjectId ?? native) is { Kind: ViidIdKind.Semantic } known)
        {
            return known.Text;
        }

        string passage = string.Create(CultureInfo.InvariantCulture, $"{notice.Device}|{notice.Time.ToUnixTimeMilliseconds()}|{native ?? notice.Read.Plate.Raw}");
        return device + ViidTypes.Picture + ViidTime.Write(notice.Time, zone) + Serial(passage) + ViidTypes.MotorVehicle + "00001";
    }

    private static string Serial(string text) =>
        (BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) % Serials).ToString("00000", CultureInfo.InvariantCulture);
}
