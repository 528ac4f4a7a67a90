using System.Text;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Dahua;

/// <summary>What a camera says, built by hand after plate-camera.md section 11.1.</summary>
internal static class CameraWords
{
    public const string StreamHead = "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=myboundary\r\nConnection: close\r\n\r\n";

    public const string Heartbeat = "--myboundary\r\nContent-Type: text/plain\r\nContent-Length:9\r\n\r\nHeartbeat\r\n";

    public const string Farewell = "--myboundary--\r\n";

    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 0xFF, 0xD9];

    /// <summary>One event with one picture, and a heartbeat that ends it.</summary>
    public static byte[] Event(string plate, long utc = 1719229955) =>
    [
        .. Encoding.UTF8.GetBytes(Part("text/plain", Text(plate, utc))),
        .. Encoding.UTF8.GetBytes($"--myboundary\r\nContent-Type: image/jpeg\r\nContent-Length: {Jpeg.Length}\r\n\r\n"),
        .. Jpeg,
        .. "\r\n"u8,
        .. Encoding.ASCII.GetBytes(Heartbeat),
    ];

    public static string Text(string plate, long utc) =>
        "Events[0].EventBaseInfo.Code=TrafficJunction\r\nEvents[0].EventBaseInfo.Action=Pulse\r\nEvents[0].EventBaseInfo.Index=0\r\n\r\n"
        + $"Events[0].UTC={utc}\r\nEvents[0].UTCMS=480\r\nEvents[0].RealUTC={utc}\r\nEvents[0].EventID={plate[1..]}\r\nEvents[0].GroupID=12\r\n"
        + $"Events[0].CountInGroup=1\r\nEvents[0].IndexInGroup=1\r\nEvents[0].Lane=1\r\nEvents[0].TrafficCar.PlateNumber=苏{plate}\r\nEvents[0].TrafficCar.PlateColor=Blue\r\n";

    /// <summary>One ITSAPI passage.</summary>
    public static string Tollgate(string plate) =>
        $"{{\"Picture\":{{\"NormalPic\":{{\"Content\":\"{Convert.ToBase64String(Jpeg)}\",\"PicName\":\"{plate}.jpg\"}},\"Plate\":{{\"IsExist\":true,\"PlateNumber\":\"苏{plate}\","
        + "\"PlateColor\":\"Blue\",\"Confidence\":97},\"SnapInfo\":{\"AccurateTime\":\"2024-06-24 19:52:35.480\",\"DeviceID\":\"d-1\",\"LanNo\":2}}}";

    public static string Part(string type, string body) =>
        $"--myboundary\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}\r\n";
}
