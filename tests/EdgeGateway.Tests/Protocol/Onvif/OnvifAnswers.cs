using System.Text;

namespace EdgeGateway.Tests.Protocol.Onvif;

/// <summary>What ONVIF devices say, written by hand.</summary>
internal static class OnvifAnswers
{
    public const string Soap = "xmlns:SOAP-ENV=\"http://www.w3.org/2003/05/soap-envelope\"";

    public static byte[] Match(string relates, string addresses = "http://192.0.2.30/onvif/device_service http://[2001:db8::30]/onvif/device_service") => Bytes(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><SOAP-ENV:Envelope {Soap} xmlns:wsadis=\"a\" xmlns:d=\"b\"><SOAP-ENV:Header><wsadis:MessageID>urn:uuid:1</wsadis:MessageID><wsadis:RelatesTo>{relates}</wsadis:RelatesTo></SOAP-ENV:Header>"
        + "<SOAP-ENV:Body><d:ProbeMatches><d:ProbeMatch><wsadis:EndpointReference><wsadis:Address>urn:uuid:0a0b</wsadis:Address></wsadis:EndpointReference>"
        + "<d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types><d:Scopes>onvif://www.onvif.org/type/video_encoder onvif://www.onvif.org/name/Gate%20East onvif://www.onvif.org/hardware/ITC215</d:Scopes>"
        + $"<d:XAddrs>{addresses}</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches></SOAP-ENV:Body></SOAP-ENV:Envelope>");

    public static byte[] Time(DateTimeOffset utc) => Bytes(
        $"<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><tds:GetSystemDateAndTimeResponse xmlns:tds=\"t\"><tds:SystemDateAndTime><tt:DateTimeType xmlns:tt=\"x\">NTP</tt:DateTimeType>"
        + $"<tt:UTCDateTime xmlns:tt=\"x\"><tt:Time><tt:Hour>{utc.Hour}</tt:Hour><tt:Minute>{utc.Minute}</tt:Minute><tt:Second>{utc.Second}</tt:Second></tt:Time>"
        + $"<tt:Date><tt:Year>{utc.Year}</tt:Year><tt:Month>{utc.Month}</tt:Month><tt:Day>{utc.Day}</tt:Day></tt:Date></tt:UTCDateTime></tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse></s:Body></s:Envelope>");

    public static byte[] Information() => Bytes(
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><GetDeviceInformationResponse><Manufacturer>Acme</Manufacturer><Model>ITC 215</Model>"
        + "<FirmwareVersion>1.2.3</FirmwareVersion><SerialNumber>42</SerialNumber><HardwareId>1</HardwareId></GetDeviceInformationResponse></s:Body></s:Envelope>");

    public static byte[] Fault() => Bytes(
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:NotAuthorized</s:Value></s:Subcode></s:Code>"
        + "<s:Reason><s:Text>Sender not Authorized</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
