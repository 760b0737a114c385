namespace Hillock.Tests;

public class ApprovedApi
{
    [Fact]
    public void The_public_api_of_the_library_is_the_approved_one() => PublicApi.ShouldBeApproved(typeof(Relu).Assembly);
}
