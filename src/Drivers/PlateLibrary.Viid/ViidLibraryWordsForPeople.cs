using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>What a technician is told about the settings of this driver.</summary>
internal static class ViidLibraryWordsForPeople
{
    public static readonly Words RoleMissing = new("is missing", "缺少此项");
    public static readonly Words WriteRole = new("write \"lower\" for a library that brings readings, \"upper\" for one that says what is looked for", "下级视图库（提供过车数据）写 \"lower\"，上级视图库（下发布控）写 \"upper\"");
    public static readonly Words NotACode = new("is not a code of GA/T 1400", "不是 GA/T 1400 编码");
    public static readonly Words WriteACode = new("write the 20 digits of the code", "请写 20 位数字编码");
    public static readonly Words WriteCodes = new("write a list of codes of 20 digits", "请写 20 位数字编码的列表");
    public static readonly Words SameCode = new("is the same as deviceId", "与 deviceId 相同");
    public static readonly Words WriteTheLibrarysCode = new("deviceId is our own code, libraryId that of the library", "deviceId 是本网关编码，libraryId 是视图库编码");
    public static readonly Words WriteAHost = new("write the library's IP address or name, without http://", "请写视图库的 IP 地址或域名，不带 http://");
    public static readonly Words NotAHost = new("is not an address", "不是有效地址");
    public static readonly Words WriteHosts = new("write a list of names or addresses, each with or without a port", "请写域名或地址的列表，可带端口");
    public static readonly Words NotASha256 = new("is not a SHA-256", "不是 SHA-256");
    public static readonly Words WriteASha256 = new("write 64 hex digits, with or without colons", "请写 64 位十六进制数字，可带冒号");
    public static readonly Words NeedsHttps = new("has no meaning without https", "未启用 https 时无意义");
    public static readonly Words SwitchHttpsOn = new("write \"https\": true, or remove it", "请写 \"https\": true，或删除此项");
    public static readonly Words NotAUser = new("is not a user name", "不是可用的用户名");
    public static readonly Words WriteAUser = new("write 1 to 64 letters, digits or signs, without blanks, colons and quotes; without it the 20-digit code is the user", "请写 1 到 64 个英文字母、数字或符号，不含空格、冒号和引号；不写则用 20 位编码");
    public static readonly Words PasswordMissing = new("is missing: we register at the library with it", "缺少此项：网关用它向视图库注册");
    public static readonly Words WritePassword = new("refer to the password that the library has given us", "请引用视图库分配给本网关的密码");
    public static readonly Words LibraryPasswordMissing = new("is missing: the library proves itself with it", "缺少此项：视图库用它证明身份");
    public static readonly Words WriteLibraryPassword = new("refer to a password and enter the same in the library", "请引用一个密码，并在视图库中填写同一密码");
    public static readonly Words WriteLibraryPasswordOrTrust = new("refer to a password and enter the same in the library; only if the library knows no Digest, write \"trustIdentify\": true", "请引用一个密码，并在视图库中填写同一密码；仅当视图库不支持摘要认证时写 \"trustIdentify\": true");
    public static readonly Words TrustNeedsAddress = new("is only possible when host is an IP address", "仅当 host 为 IP 地址时可用");
    public static readonly Words WriteAnAddress = new("write the library's IP address as host, or remove it", "请在 host 中写视图库的 IP 地址，或删除此项");
    public static readonly Words NotAnOrganisation = new("is not a police organisation code", "不是公安机构代码");
    public static readonly Words WriteAnOrganisation = new("write 12 digits", "请写 12 位数字");
    public static readonly Words NotAnArea = new("is not an administrative division", "不是行政区划代码");
    public static readonly Words WriteAnArea = new("write 6 digits", "请写 6 位数字");
    public static readonly Words NotAGatewayUrl = new("is not the address of an inbox", "不是收件地址");
    public static readonly Words WriteAGatewayUrl = new("write our inbox as the library reaches it, such as http://192.0.2.1:8080, without a path", "请写视图库可访问的本网关收件地址，如 http://192.0.2.1:8080，不带路径");
    public static readonly Words OnlyUpper = new("has no meaning for a lower library", "对下级视图库无意义");
    public static readonly Words RemoveOrUpper = new("remove it, or write \"role\": \"upper\"", "请删除，或写 \"role\": \"upper\"");
    public static readonly Words OnlyLower = new("has no meaning for an upper library", "对上级视图库无意义");
    public static readonly Words RemoveOrLower = new("remove it, or write \"role\": \"lower\"", "请删除，或写 \"role\": \"lower\"");
}
