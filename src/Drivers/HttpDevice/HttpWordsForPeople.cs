using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.HttpDevice;

/// <summary>What a technician is told about the access to a device, and its access to the inbox.</summary>
internal static class HttpWordsForPeople
{
    public static readonly Words WriteAHost = new("write the device's IP address or name, without http://", "请写设备的 IP 地址或域名，不带 http://");
    public static readonly Words NotAHost = new("is not an address", "不是有效地址");
    public static readonly Words NotASha256 = new("is not a SHA-256", "不是 SHA-256");
    public static readonly Words WriteASha256 = new("write 64 hex digits, with or without colons", "请写 64 位十六进制数字，可带冒号");
    public static readonly Words NotAUser = new("is not a user name that devices take", "不是设备可用的用户名");
    public static readonly Words WriteAUser = new("write 1 to 64 letters, digits or signs, without blanks and colons", "请写 1 到 64 个英文字母、数字或符号，不含空格和冒号");
    public static readonly Words UserMissing = new("is missing, although there is a password", "有密码却缺少用户名");
    public static readonly Words WriteUser = new("write the user of the device, or remove the password", "请写设备用户名，或删除密码");
    public static readonly Words PasswordMissing = new("is missing, although there is a user", "有用户名却缺少密码");
    public static readonly Words WritePassword = new("refer to the password, or remove the user", "请引用密码，或删除用户名");
    public static readonly Words NeedsHttps = new("has no meaning without https", "未启用 https 时无意义");
    public static readonly Words SwitchHttpsOn = new("write \"https\": true, or remove it", "请写 \"https\": true，或删除此项");
    public static readonly Words TokenMissing = new("is missing", "缺少此项");
    public static readonly Words WriteToken = new("refer to a secret that the device writes behind the device id in its address", "请引用一个密码，设备在地址中其编号之后填写它");
    public static readonly Words WeakToken = new("is a token that is too short or has signs that cannot stand in an address", "令牌过短，或含有不能写在地址中的字符");
    public static readonly Words WriteStrongToken = new("take at least 8 out of A-Z a-z 0-9 . _ -", "请至少用 8 个字符：A-Z a-z 0-9 . _ -");
}
