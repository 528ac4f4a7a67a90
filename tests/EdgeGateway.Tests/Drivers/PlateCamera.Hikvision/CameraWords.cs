using System.Text;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Hikvision;

/// <summary>What a camera says, built by hand after plate-camera.md section 11.1.</summary>
internal static class CameraWords
{
    public const string Boundary = "boundary";

    public const string StreamHead = "HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=boundary\r\nConnection: close\r\n\r\n";

    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 0xFF, 0xD9];

    public static string Heartbeat => Part(
        "application/xml",
        "<EventNotificationAlert version=\"2.0\" xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"><channelID>0</channelID>"
        + "<dateTime>2026-09-09T17:02:40</dateTime><activePostCount>0</activePostCount><eventType>videoloss</eventType>"
        + "<eventState>inactive</eventState><eventDescription>videoloss alarm</eventDescription></EventNotificationAlert>");

    /// <summary>One ANPR alert with one picture.</summary>
    public static byte[] Event(string plate) =>
    [
        .. Encoding.UTF8.GetBytes(Part("application/xml; charset=\"UTF-8\"", Alert(plate))),
        .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"detectionPicture.jpg\"\r\nContent-Type: image/jpeg\r\nContent-Length: {Jpeg.Length}\r\n\r\n"),
        .. Jpeg,
        .. "\r\n"u8,
    ];

    public static string Alert(string plate) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><EventNotificationAlert version=\"2.0\" xmlns=\"http://www.isapi.org/ver20/XMLSchema\">"
        + "<dateTime>2024-06-24T19:52:35+08:00</dateTime><eventType>ANPR</eventType><eventState>active</eventState>"
        + $"<ANPR><country>59</country><licensePlate>蓝苏{plate}</licensePlate><line>2</line><direction>forward</direction>"
        + "<confidenceLevel>97</confidenceLevel><pictureInfoList><pictureInfo><fileName>detectionPicture.jpg</fileName><type>detectionPicture</type>"
        + $"<dataType>0</dataType></pictureInfo></pictureInfoList></ANPR><UUID>00000000-0000-4000-8000-0000{plate.GetHashCode(StringComparison.Ordinal):x8}</UUID>"
        + "<picNum>1</picNum></EventNotificationAlert>";

    private static string Part(string type, string body) =>
        $"--{Boundary}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}\r\n";
}
