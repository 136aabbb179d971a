package dev.glovebox;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes buckets, which Hadoop cannot. */
final class TestBuckets {
  private TestBuckets() {}

  static void make(S3Server server, String bucket) {
    try (S3Client client = client(server)) {
      client.createBucket(request -> request.bucket(bucket));
    }
  }

  private static S3Client client(S3Server server) {
    return S3Client.builder()
        .endpointOverride(server.endpoint())
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(server.identity(), server.credential())))
        .build();
  }
}
