/** The main job, done through the gateway and shown step by step. */
package io.dendrite.localstack.demo;
